import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, type BuiltSite } from '../helpers/build/build-site.ts';
import { listFiles, listPages } from '../helpers/read/dist.ts';
import { getAttribute, parsePage } from '../helpers/read/html.ts';
import { buildSampleSite } from '../helpers/build/sample-site.ts';
import { buildComposedHomeSite } from '../helpers/sites/composed-home.ts';
import { buildLaterTalksSite } from '../helpers/sites/talks.ts';

interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** Returns the entries of the index, in the format of Pagefind. */
function readFragments(dist: string): Fragment[] {
  const files = listFiles(dist).filter((file) => file.endsWith('.pf_fragment'));
  const texts = files.map((file) => gunzipSync(readFileSync(join(dist, file))).toString());
  return texts.map((text) => JSON.parse(text.slice(text.indexOf('{'))) as Fragment);
}

/** Returns whether a file is a page of the author, and not a list or an old address. */
function isPageOfSection(file: string): boolean {
  const [, section = '', slug = ''] = /^(\w+)\/([^/]+)\/index\.html$/.exec(file) ?? [];
  const isSection = /^(pages|people|posts|projects|publications|slides|talks|teaching)$/;
  return isSection.test(section) && !(section === 'talks' && slug === 'tags');
}

/** Returns whether a page is private, or redirects to another one. */
function isHidden(html: string): boolean {
  return /<meta (name="robots" content="noindex"|http-equiv="refresh")/.test(html);
}

let site: BuiltSite;
let emptySite: BuiltSite;

beforeAll(async () => {
  [site, emptySite] = await Promise.all([buildLaterTalksSite(), buildSite({ files: {} })]);
});

describe('the index', () => {
  test('has the metadata and text of a talk, with formulas as Unicode', () => {
    expect(site.code, site.output).toBe(0);
    const all = readFragments(site.dist);
    const talk = all.find(({ url }) => url === '/talks/public/');
    expect(JSON.stringify(all)).not.toMatch(/Whisper|Unfinished/);
    expect(talk).toMatchObject({
      url: '/talks/public/',
      meta: {
        title: 'Bounds on I(X;T)',
        people: 'Ada Example, José García',
        event: 'Evenings',
        place: 'Hall 5',
        day: '1 June 2025',
        tags: 'Braid theory, C++',
        others: 'Winter School, Oslo, 3 February 2024',
      },
      filters: { in: ['talks'], year: ['2024', '2025'], tag: ['braid-theory', 'c-plus-plus'] },
    });
    expect(talk?.content).toMatch(
      /^Bounds on I\(X;T\) .*How β weighs a < b\. A .*body:.* σ²\/n.* Its end\.$/,
    );
    expect(talk?.content).not.toContain('alert');
  });

  test('has no files that are not needed', () => {
    const files = listFiles(join(site.dist, 'pagefind')).map((file) => file.replace(/_\w+\./, '.'));
    expect(files).toEqual([
      ...['filter/en.pf_filter', 'filter/en.pf_filter', 'filter/en.pf_filter'],
      ...readFragments(site.dist).map(() => 'fragment/en.pf_fragment'),
      ...['index/en.pf_index', 'pagefind-entry.json', 'pagefind-worker.js', 'pagefind.en.pf_meta'],
      ...['pagefind.js', 'wasm.en.pagefind', 'wasm.unknown.pagefind'],
    ]);
  });

  test.each(['root', 'sub'] as const)('links only to existing pages (%s)', async (name) => {
    const sample = await buildSampleSite(name);
    const base = name === 'sub' ? '/sub/' : '/';
    const fragments = readFragments(sample.dist);
    expect(fragments.length).toBeGreaterThan(10);
    for (const { url } of fragments) {
      const page = join(sample.dist, decodeURIComponent(url.slice(base.length)), 'index.html');
      expect(existsSync(page), url).toBe(true);
    }
    const pages = listPages(sample.dist).filter(isPageOfSection);
    const found = fragments.map(({ url }) => `${url.slice(base.length)}index.html`);
    expect(found.sort()).toEqual(pages.filter((page) => !isHidden(sample.read(page))).sort());
    const sections = new Set(fragments.flatMap(({ filters }) => filters['in'] ?? []));
    expect([...sections].sort()).toEqual([
      'pages',
      'people',
      'posts',
      'projects',
      'publications',
      'slides',
      'talks',
      'teaching',
    ]);
    const form = parsePage(sample.read('search/index.html')).first('form[role="search"]')!;
    expect(getAttribute(form, 'action')).toBe(`${base}search/`);
    expect(getAttribute(form, 'dataIndex')).toBe(`${base}pagefind/`);
  });
});

describe('pages of other sections', () => {
  let fragments: Fragment[];
  beforeAll(async () => {
    const mixedSite = await buildComposedHomeSite();
    expect(mixedSite.code, mixedSite.output).toBe(0);
    fragments = readFragments(mixedSite.dist)
      .filter(({ url }) => /\/(posts\/(a|secret)|teaching\/knots)\/$/.test(url))
      .sort((a, b) => (a.url < b.url ? -1 : 1));
  }, 240_000);

  test('are in the index with their metadata', () => {
    expect(fragments).toHaveLength(2);
    expect(fragments[0]).toMatchObject({
      url: '/sub/posts/a/',
      content: 'On x² B. Sample Art Some words.',
      meta: { title: 'On x²', people: 'B. Sample', day: '3 February 2025', tags: 'Art' },
      filters: { in: ['posts'], year: ['2025'], tag: ['art'] },
    });
    expect(fragments[1]).toMatchObject({
      url: '/sub/teaching/knots/',
      content: 'Knots U of X All of them.',
      meta: { title: 'Knots', place: 'U of X', day: 'Spring 2024' },
      filters: { in: ['teaching'], year: ['2024'] },
    });
  });
});

describe('the link to the search page', () => {
  const linkSelector = 'header a[aria-keyshortcuts]';

  test('is on every page, after the entries of the author', () => {
    for (const file of listPages(site.dist)) {
      const links = parsePage(site.read(file)).all(linkSelector);
      expect(
        links.map((link) => getAttribute(link, 'href')),
        file,
      ).toEqual(['/search/#q']);
    }
  });

  test('adds less than 400 bytes to a page, and no search code', () => {
    const scripts = parsePage(site.read('talks/public/index.html'))
      .all('script:not([type="application/ld+json"])')
      .map((script) => {
        expect(getAttribute(script, 'src')).toBeUndefined();
        const [text] = script.children;
        return text?.type === 'text' ? text.value : '';
      });
    const shortcutScripts = scripts.filter((text) => text.includes('aria-keyshortcuts'));
    expect(shortcutScripts).toHaveLength(1);
    expect(gzipSync(shortcutScripts[0] ?? '').length).toBeLessThan(400);
    expect(gzipSync(scripts.join('')).length).toBeLessThan(2048);
    expect(scripts.join('')).not.toContain('pagefind');
  });
});

describe('a site without talks', () => {
  test('has no list and no feed of talks, and no link to one', () => {
    const files = listFiles(emptySite.dist);
    expect(files.filter((file) => /talks|rss|feed/.test(file))).toEqual([]);
    for (const file of listPages(emptySite.dist)) {
      const page = parsePage(emptySite.read(file));
      expect(page.all('[href*="talks"], [href*="rss"], [href$=".ics"]'), file).toEqual([]);
      expect(page.all('footer a'), file).toEqual([]);
    }
    const text = parsePage(emptySite.read('subscribe/index.html')).text('main');
    expect(text).toContain('nothing to follow');
  });

  test('has no link to the search page, which says why', () => {
    expect(emptySite.code, emptySite.output).toBe(0);
    expect(existsSync(join(emptySite.dist, 'pagefind'))).toBe(false);
    const page = parsePage(emptySite.read('search/index.html'));
    expect(page.text('main')).toContain('nothing to search');
    expect(page.all('form, script[src], header a[href*="search"]')).toEqual([]);
  });
});
