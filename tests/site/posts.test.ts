import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { fileFor, listFiles } from '../helpers/read/dist.ts';
import { checkRss } from '../helpers/read/rss-profile.ts';
import { parseRss } from '../helpers/read/rss.ts';
import { getAttribute, parsePage, getText, type Page } from '../helpers/read/html.ts';
import { checkGraph, readGraph, findNodes } from '../helpers/read/structured-data.ts';
import { listPagePaths } from '../helpers/sites/merge-files.ts';
import { makePortfolioFiles, buildPortfolioSite } from '../helpers/sites/portfolio.ts';

let site: BuiltSite;
/** The posts of all tests on this site, such as `posts/long`. */
let posts: string[];
const pages = new Map<string, Page>();
const pageAt = (path: string): Page => {
  const page = pages.get(path) ?? parsePage(site.read(`${path}index.html`));
  pages.set(path, page);
  return page;
};
const hrefs = (page: Page, selector: string) =>
  page.all(selector).map((link) => getAttribute(link, 'href') ?? '');

beforeAll(async () => {
  site = await buildPortfolioSite();
  const files = await makePortfolioFiles();
  posts = (['public', 'private'] as const)
    .flatMap((kind) => listPagePaths(files, /^posts$/, kind))
    .filter((page) => page !== 'posts/later');
  expect(site.code, site.output).toBe(0);
});

describe('posts', () => {
  test('are listed by year on pages of 150, each once, without drafts and future posts', () => {
    const listed = ['posts/', 'posts/2/'].map((path) => hrefs(pageAt(path), 'li h3 a'));
    expect(listed.map(({ length }) => length)).toEqual([150, posts.length - 150]);
    expect(listed.flat().toSorted()).toEqual(posts.map((page) => `/sub/${page}/`).sort());
    const titles = pageAt('posts/').all('li h3 a').map(getText);
    expect(titles.slice(0, 4)).toEqual(['On x2x^2x2', 'MDX', 'Plain', 'Secret']);
    expect(hrefs(pageAt('posts/'), 'nav[aria-label="Pagination"] a')).toEqual(['/sub/posts/2/']);
    expect(pageAt('posts/').text('.tags')).toBe('knots, Blog');
    expect(listFiles(site.dist).filter((file) => /posts\/(draft|later)/.test(file))).toEqual([]);
  });

  test('have links to their years, on whichever page those begin', () => {
    const years = hrefs(pageAt('posts/'), 'nav[aria-label="Years"] a');
    // Posts of other tests are of 2024 and 2025.
    expect(years).toHaveLength(18);
    for (const href of years) {
      const [path = '', id = ''] = href.replace('/sub/', '').split('#');
      expect(
        pageAt(path)
          .all('h2')
          .map((heading) => getAttribute(heading, 'id')),
      ).toContain(id);
    }
  });

  test('have a page each, with their files and redirects from old addresses', () => {
    const page = pageAt('posts/long/');
    expect(page.all('h1 .katex')).toHaveLength(1);
    expect(page.text('main header')).toContain('10 January 2026');
    expect(page.text('main header')).toContain('B. Sample, Ada Example');
    expect(page.text('main header')).toContain('Updated 12 January 2026');
    expect(site.read('posts/long/data.csv')).toBe('a,b\n');
    const redirect = parsePage(site.read('post/long/index.html'));
    expect(getAttribute(redirect.first('meta[http-equiv]')!, 'content')).toContain(
      '/sub/posts/long/',
    );
  });

  test('have footnotes with links in both directions', () => {
    const page = pageAt('posts/long/');
    const ids = page.all('[id]').map((element) => getAttribute(element, 'id'));
    const [reference, backReference] = [
      ...hrefs(page, '[data-footnote-ref]'),
      ...hrefs(page, '[data-footnote-backref]'),
    ];
    expect(ids).toEqual(expect.arrayContaining([reference?.slice(1), backReference?.slice(1)]));
    expect(getAttribute(page.first('[data-footnote-backref]')!, 'ariaLabel')).toBe(
      'Back to reference 1',
    );
  });

  test('have a table of contents when they are long, or when the author asks for it', () => {
    const contentsSelector = 'nav[aria-label="Contents"]';
    const page = pageAt('posts/long/');
    expect(page.all(`${contentsSelector} a`).map(getText)).toEqual([
      'One',
      'Inside',
      'Two linked',
      'Three',
    ]);
    for (const href of hrefs(page, `${contentsSelector} a`))
      expect(page.all(`.prose [id="${href.slice(1)}"]`), href).toHaveLength(1);
    expect(hrefs(pageAt('posts/program/'), `${contentsSelector} a`)).toEqual(['#h']);
    expect(pageAt('posts/plain/').all(contentsSelector)).toEqual([]);
  });

  test.each([
    ['posts/long/', 2],
    ['posts/program/', 2],
    ['projects/newer/', 2],
    ['posts/plain/', 0],
    ['talks/code/', 0],
  ])('%s has %i highlighted words of code', (path, count) => {
    expect(pageAt(path).all('pre .code-word, pre .code-text')).toHaveLength(count);
    expect(site.read(`${path}index.html`)).not.toMatch(/<pre[^>]*style=/);
  });

  test('have a valid feed, which their own pages link to', () => {
    const xml = site.read('posts.xml');
    expect(checkRss(xml)).toEqual([]);
    const items = parseRss(xml);
    expect(items).toHaveLength(25);
    const ownItems = items.filter(({ link }) => !/\/posts\/(about|moved|news)\/$/.test(link));
    expect(ownItems.slice(0, 4).map(({ title }) => title)).toEqual([
      'On x²',
      'MDX',
      'Plain',
      'Old 149',
    ]);
    expect(items[0]).toMatchObject({
      link: 'https://ada.example/sub/posts/long/',
      published: Date.parse('2026-01-10T12:00Z'),
      description: 'Why.',
    });
    expect(items[0]?.content).toContain('return "a"');
    const feedLinks = (path: string) => hrefs(pageAt(path), 'link[type="application/rss+xml"]');
    expect(feedLinks('posts/')).toContain('/sub/posts.xml');
    expect(feedLinks('posts/long/')).toContain('/sub/posts.xml');
    expect(feedLinks('talks/code/')).not.toContain('/sub/posts.xml');
  });

  test('have JSON-LD and Open Graph data', () => {
    const graph = readGraph(pageAt('posts/long/'));
    expect(checkGraph(graph)).toEqual([]);
    expect(findNodes(graph, 'BlogPosting')).toMatchObject([
      {
        headline: 'On x²',
        datePublished: '2026-01-10',
        dateModified: '2026-01-12',
        description: 'Why.',
        image: 'https://ada.example/sub/share.png',
        author: [{ name: 'B. Sample' }, { '@id': 'https://ada.example/sub/#person' }],
      },
    ]);
    const metaContent = (name: string) =>
      getAttribute(pageAt('posts/long/').first(`meta[property="${name}"]`)!, 'content');
    expect(metaContent('og:type')).toBe('article');
    expect(metaContent('article:published_time')).toBe('2026-01-10T00:00:00.000Z');
    expect(readGraph(pageAt('posts/secret/'))).toEqual([]);
    expect(site.read('sitemap-0.xml')).not.toContain('/posts/secret/');
  });
});

describe('projects', () => {
  test('are listed by weight, then by date, and link to their own sites', () => {
    const page = pageAt('projects/');
    // The last is of another test, and has no date.
    expect(hrefs(page, 'h2 a')).toEqual([
      ...['https://shelf.example/', '/sub/projects/newer/', '/sub/projects/bookcase/'],
    ]);
    expect(hrefs(page, '.links a')).toEqual([
      '/sub/projects/shelf/',
      '/sub/projects/shelf/code.txt',
    ]);
    expect(page.all('article img')).toHaveLength(1);
  });

  test('have a page each, with image, links, files and redirects from old addresses', () => {
    const page = pageAt('projects/shelf/');
    expect(page.text('h1')).toBe('Shelf');
    expect(page.text('.meta')).toBe('2020');
    expect(page.all('figure img')).toHaveLength(1);
    expect(hrefs(page, '.links a')).toEqual([
      '/sub/projects/shelf/code.txt',
      'https://shelf.example/',
    ]);
    expect(site.read('projects/shelf/code.txt')).toBe('x\n');
    expect(fileFor(site.dist, '/project/shelf/')).toBeDefined();
    expect(listFiles(site.dist).some((file) => file.startsWith('projects/draft'))).toBe(false);
    expect(site.read('sitemap-0.xml')).toContain(
      '<loc>https://ada.example/sub/projects/shelf/</loc>',
    );
  });

  test('are in the default menu, next to posts', () => {
    expect(hrefs(pageAt(''), 'nav[aria-label="Site"] a')).toEqual([
      ...['/sub/talks/', '/sub/publications/', '/sub/projects/', '/sub/posts/', '/sub/people/'],
      ...['/sub/cv/', '/sub/pages/first/', '/sub/pages/lab/', '/sub/search/#q'],
    ]);
  });
});
