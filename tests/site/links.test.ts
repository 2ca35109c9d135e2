import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build-site.ts';
import { addressOf, fileFor, filesIn, pagesIn } from '../helpers/dist.ts';
import { attribute, parsePage, type Page } from '../helpers/html.ts';
import {
  referencesOfCss,
  referencesOfPage,
  referencesOfXml,
  type Reference,
} from '../helpers/links.ts';
import { CORPUS_ORIGIN, corpusFiles, corpusSite } from '../helpers/corpus-site.ts';
import { SAMPLE_ORIGIN, sampleSite } from '../helpers/sample-site.ts';

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
if (corpusFiles().length > 0) {
  sites.push({ what: 'a site of real talks', base: '/', origin: CORPUS_ORIGIN, build: corpusSite });
}

describe.each(sites)('$what', ({ base, origin, build }) => {
  let site: BuiltSite;
  let pages: Map<string, Page>;
  let references: (Reference & { file: string; url: URL })[];

  beforeAll(async () => {
    site = await build();
    pages = new Map(pagesIn(site.dist).map((file) => [file, parsePage(site.read(file))]));
    references = filesIn(site.dist).flatMap((file) => {
      const here = new URL(`${base}${addressOf(file).slice(1)}`, origin);
      return referencesOf(file).map((reference) => {
        const href = reference.href.replace(/^webcal:/, 'https:');
        return { ...reference, file, url: new URL(href, here) };
      });
    });
  });

  function referencesOf(file: string): Reference[] {
    const page = pages.get(file);
    if (page) {
      const styles = page.all('style').flatMap((style) => {
        const [text] = style.children;
        return referencesOfCss(text?.type === 'text' ? text.value : '');
      });
      return [...referencesOfPage(page), ...styles];
    }
    if (file.endsWith('.css')) return referencesOfCss(site.read(file));
    if (/\.(xml|xsl|svg)$/.test(file)) return referencesOfXml(site.read(file));
    return [];
  }

  const describeReference = ({ file, by, href }: Reference & { file: string }) =>
    `${file}: ${by} ${href}`;
  const internal = () => references.filter(({ url }) => url.origin === origin);

  test('builds', () => {
    expect(site.code, site.output).toBe(0);
    expect(pages.size).toBeGreaterThan(3);
    expect(internal().length).toBeGreaterThan(20);
  });

  test('refers to nothing of its own outside the base', () => {
    const outside = internal().filter(({ url }) => !url.pathname.startsWith(base));
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
    const dead = internal().filter(({ url }) => fileOf(url) === undefined);
    expect(dead.map(describeReference)).toEqual([]);
  });

  test('leads every anchor to an element', () => {
    const dead = internal().filter(({ url }) => {
      const target = pages.get(fileOf(url) ?? '');
      const id = decodeURIComponent(url.hash.slice(1));
      return target && id !== '' && !target.all('[id]').some((it) => attribute(it, 'id') === id);
    });
    expect(dead.map(describeReference)).toEqual([]);
  });

  test('loads nothing from another host', () => {
    const loading =
      /^(script|img|source|video|audio|iframe|embed|object|track|input|use)\[|^url\(\)/;
    const foreign = references.filter(
      ({ by, url }) => loading.test(by) && url.origin !== origin && url.protocol !== 'data:',
    );
    const linked = [...pages].flatMap(([file, page]) =>
      page
        .all('link[href]')
        .filter(
          (link) => !/alternate|canonical|me|license|author/.test(attribute(link, 'rel') ?? ''),
        )
        .map((link) => ({ file, by: 'link', href: attribute(link, 'href') ?? '' }))
        .filter(({ href }) => new URL(href, origin).origin !== origin),
    );
    expect([...foreign, ...linked].map(describeReference)).toEqual([]);
  });

  function fileOf(url: URL): string | undefined {
    return fileFor(site.dist, `/${url.pathname.slice(base.length)}`);
  }
});
