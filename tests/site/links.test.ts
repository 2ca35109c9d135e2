import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { SAMPLE_ORIGIN, buildSampleSite } from '../helpers/build/sample-site.ts';
import {
  describeReference,
  readSiteLinks,
  findAddressesWithoutBase,
  type SiteLinks,
} from '../helpers/read/site-links.ts';

interface TestedSite {
  name: string;
  base: string;
  origin: string;
  build: () => Promise<BuiltSite>;
}

const sites: TestedSite[] = [
  { name: 'the sample at the root', base: '/', build: () => buildSampleSite('root') },
  { name: 'the sample in a folder', base: '/sub/', build: () => buildSampleSite('sub') },
].map((site) => ({ ...site, origin: SAMPLE_ORIGIN }));

describe.each(sites)('$name', ({ base, origin, build }) => {
  let site: BuiltSite;
  let links: SiteLinks;

  beforeAll(async () => {
    site = await build();
    links = readSiteLinks(site, base, origin);
  });

  test('builds', () => {
    expect(site.code, site.output).toBe(0);
    expect(links.pages.size).toBeGreaterThan(3);
    expect(links.internal.length).toBeGreaterThan(20);
  });

  test('has no internal link outside the base path', () => {
    const outside = links.internal.filter(({ url }) => !url.pathname.startsWith(base));
    expect(outside.map(describeReference)).toEqual([]);
  });

  test('contains no address of its own without the base path', () => {
    expect(findAddressesWithoutBase(site, base, origin)).toEqual([]);
  });

  test('has a file for every internal link', () => {
    expect(links.broken.map(describeReference)).toEqual([]);
  });

  test('has an element for every anchor', () => {
    expect(links.brokenAnchors.map(describeReference)).toEqual([]);
  });

  test('loads nothing from another host', () => {
    expect(links.loaded.filter(({ url }) => url.origin !== origin).map(describeReference)).toEqual(
      [],
    );
  });
});
