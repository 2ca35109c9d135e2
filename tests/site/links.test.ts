import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build-site.ts';
import { filesIn } from '../helpers/dist.ts';
import { SAMPLE_ORIGIN, sampleSite } from '../helpers/sample-site.ts';
import { describeReference, linksOf, type SiteLinks } from '../helpers/site-links.ts';

interface Linked {
  what: string;
  base: string;
  origin: string;
  build: () => Promise<BuiltSite>;
}

const sites: Linked[] = [
  { what: 'the sample at the root', base: '/', build: () => sampleSite('root') },
  { what: 'the sample in a folder', base: '/sub/', build: () => sampleSite('sub') },
].map((site) => ({ ...site, origin: SAMPLE_ORIGIN }));

describe.each(sites)('$what', ({ base, origin, build }) => {
  let site: BuiltSite;
  let links: SiteLinks;

  beforeAll(async () => {
    site = await build();
    links = linksOf(site, base, origin);
  });

  test('builds', () => {
    expect(site.code, site.output).toBe(0);
    expect(links.pages.size).toBeGreaterThan(3);
    expect(links.internal.length).toBeGreaterThan(20);
  });

  test('refers to nothing of its own outside the base', () => {
    const outside = links.internal.filter(({ url }) => !url.pathname.startsWith(base));
    expect(outside.map(describeReference)).toEqual([]);
  });

  test('names its own address nowhere without the base', () => {
    const elsewhere = new RegExp(`${origin}(?!${base})`);
    const texts = filesIn(site.dist).filter((file) => /\.(html|xml|json|ics|txt|css)$/.test(file));
    // A calendar folds its lines anywhere (RFC 5545, 3.1). Print puts the host alone before
    // addresses that have the base.
    const unfolded = (file: string) =>
      site.read(file).replaceAll(/\r\n[ \t]|--origin:\s*"[^"]*"/g, '');
    expect(texts.filter((file) => elsewhere.test(unfolded(file)))).toEqual([]);
  });

  test('leads every internal link to a file', () => {
    expect(links.dead.map(describeReference)).toEqual([]);
  });

  test('leads every anchor to an element', () => {
    expect(links.deadAnchors.map(describeReference)).toEqual([]);
  });

  test('loads nothing from another host', () => {
    expect(links.loaded.filter(({ url }) => url.origin !== origin).map(describeReference)).toEqual(
      [],
    );
  });
});
