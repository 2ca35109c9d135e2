import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, type BuiltSite } from '../helpers/build-site.ts';
import { filesIn, pagesIn } from '../helpers/dist.ts';
import { attribute, parsePage } from '../helpers/html.ts';
import { sampleSite } from '../helpers/sample-site.ts';
import { composedHomeSite } from '../helpers/sites/composed-home.ts';
import { laterTalksSite } from '../helpers/sites/talks.ts';

interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** What the index has of each talk, as Pagefind keeps it. */
function fragmentsOf(dist: string): Fragment[] {
  const files = filesIn(dist).filter((file) => file.endsWith('.pf_fragment'));
  const texts = files.map((file) => gunzipSync(readFileSync(join(dist, file))).toString());
  return texts.map((text) => JSON.parse(text.slice(text.indexOf('{'))) as Fragment);
}

let site: BuiltSite;
let bare: BuiltSite;

beforeAll(async () => {
  [site, bare] = await Promise.all([laterTalksSite(), buildSite({ files: {} })]);
});

describe('the index', () => {
  test('knows all that a visitor may look for, formulas as Unicode', () => {
    expect(site.code, site.output).toBe(0);
    const all = fragmentsOf(site.dist);
    const found = all.find(({ url }) => url === '/talks/public/');
    expect(JSON.stringify(all)).not.toMatch(/Whisper|Unfinished/);
    expect(found).toMatchObject({
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
    expect(found?.content).toMatch(/^How β weighs a < b\. A .*body:.* σ²\/n.* Its end\.$/);
    expect(found?.content).not.toContain('alert');
  });

  test('holds nothing that nobody asks for', () => {
    const kept = filesIn(join(site.dist, 'pagefind')).map((file) => file.replace(/_\w+\./, '.'));
    expect(kept).toEqual([
      ...['filter/en.pf_filter', 'filter/en.pf_filter', 'filter/en.pf_filter'],
      ...fragmentsOf(site.dist).map(() => 'fragment/en.pf_fragment'),
      ...['index/en.pf_index', 'pagefind-entry.json', 'pagefind-worker.js', 'pagefind.en.pf_meta'],
      ...['pagefind.js', 'wasm.en.pagefind', 'wasm.unknown.pagefind'],
    ]);
  });

  test.each(['root', 'sub'] as const)('leads to pages that are there (%s)', async (name) => {
    const sample = await sampleSite(name);
    const base = name === 'sub' ? '/sub/' : '/';
    const found = fragmentsOf(sample.dist);
    expect(found.length).toBeGreaterThan(10);
    for (const { url } of found) {
      const page = join(sample.dist, decodeURIComponent(url.slice(base.length)), 'index.html');
      expect(existsSync(page), url).toBe(true);
    }
    const sections = new Set(found.flatMap(({ filters }) => filters['in'] ?? []));
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
    expect(attribute(form, 'action')).toBe(`${base}search/`);
    expect(attribute(form, 'dataIndex')).toBe(`${base}pagefind/`);
  });
});

describe('pages of other sections', () => {
  let found: Fragment[];
  beforeAll(async () => {
    const mixed = await composedHomeSite();
    expect(mixed.code, mixed.output).toBe(0);
    found = fragmentsOf(mixed.dist)
      .filter(({ url }) => /\/(posts\/(a|secret)|teaching\/knots)\/$/.test(url))
      .sort((a, b) => (a.url < b.url ? -1 : 1));
  }, 240_000);

  test('are known with the facts that they have', () => {
    expect(found).toHaveLength(2);
    expect(found[0]).toMatchObject({
      url: '/sub/posts/a/',
      content: 'Some words.',
      meta: { title: 'On x²', people: 'B. Sample', day: '3 February 2025', tags: 'Art' },
      filters: { in: ['posts'], year: ['2025'], tag: ['art'] },
    });
    expect(found[1]).toMatchObject({
      url: '/sub/teaching/knots/',
      content: 'All of them.',
      meta: { title: 'Knots', event: 'U of X', day: 'Spring 2024' },
      filters: { in: ['teaching'], year: ['2024'] },
    });
  });
});

describe('the way to the search', () => {
  const shortcut = 'header a[aria-keyshortcuts]';

  test('stands on every page, behind the entries of the author', () => {
    for (const file of pagesIn(site.dist)) {
      const links = parsePage(site.read(file)).all(shortcut);
      expect(
        links.map((link) => attribute(link, 'href')),
        file,
      ).toEqual(['/search/#q']);
    }
  });

  test('costs a page less than 400 bytes, and nothing of the search itself', () => {
    const scripts = parsePage(site.read('talks/public/index.html'))
      .all('script:not([type="application/ld+json"])')
      .map((script) => {
        expect(attribute(script, 'src')).toBeUndefined();
        const [text] = script.children;
        return text?.type === 'text' ? text.value : '';
      });
    const keys = scripts.filter((text) => text.includes('aria-keyshortcuts'));
    expect(keys).toHaveLength(1);
    expect(gzipSync(keys[0] ?? '').length).toBeLessThan(400);
    expect(gzipSync(scripts.join('')).length).toBeLessThan(2048);
    expect(scripts.join('')).not.toContain('pagefind');
  });
});

describe('a site without talks', () => {
  test('has no search in its head, and a page that says why', () => {
    expect(bare.code, bare.output).toBe(0);
    expect(existsSync(join(bare.dist, 'pagefind'))).toBe(false);
    const page = parsePage(bare.read('search/index.html'));
    expect(page.text('main')).toContain('nothing to search');
    expect(page.all('form, script[src], header a[href*="search"]')).toEqual([]);
  });
});
