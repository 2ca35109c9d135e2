import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { toAddress, fileFor, listFiles, listPages } from '../helpers/read/dist.ts';
import { getAttribute, parsePage, getText, type Page } from '../helpers/read/html.ts';
import { SAMPLE_ORIGIN, buildSampleSite } from '../helpers/build/sample-site.ts';
import { listPagePaths, type AuthorFiles } from '../helpers/sites/merge-files.ts';
import {
  checkGraph,
  compareWithPage,
  findEvents,
  readGraph,
  type JsonLdNode,
} from '../helpers/read/structured-data.ts';
import { makePortfolioFiles, buildPortfolioSite } from '../helpers/sites/portfolio.ts';

let site: BuiltSite;
let files: AuthorFiles;
let pages: Map<string, Page>;
beforeAll(async () => {
  site = await buildPortfolioSite();
  files = await makePortfolioFiles();
  pages = readPages(site);
  // HTML pages of the author, which the site publishes unchanged.
  const ownPages = Object.keys(files).filter((path) => /^public\/.*\.html$/.test(path));
  expect(ownPages).toContain('public/own/index.html');
  for (const path of ownPages) pages.delete(path.replace('public/', ''));
});

function readPages({ dist, read }: BuiltSite): Map<string, Page> {
  return new Map(listPages(dist).map((path) => [path, parsePage(read(path))]));
}

/** Returns the slugs of public talks, such as `talks/hostile`, sorted. */
const publicTalks = () => {
  const talks = listPagePaths(files, /^talks$/, 'public').sort();
  expect(talks).toEqual(expect.arrayContaining(['talks/hostile', 'talks/tour']));
  return talks;
};

const pageAt = (path: string): Page => pages.get(`${path}index.html`) ?? parsePage('');
const metaContents = (from: Page, name: string): string[] =>
  from
    .all('head meta')
    .filter((meta) => [getAttribute(meta, 'name'), getAttribute(meta, 'property')].includes(name))
    .map((meta) => getAttribute(meta, 'content') ?? '');
const isHidden = (from: Page) => metaContents(from, 'robots').length > 0;
const canonicals = (from: Page) =>
  from.all('head link[rel="canonical"]').map((link) => getAttribute(link, 'href'));
const addressesIn = (sitemap: string) =>
  [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);

/** Returns the addresses in a Markdown file that are not absolute or have no file in the build. */
function findDeadAddresses({ read, dist }: BuiltSite, path: string, home: string): string[] {
  const addresses: string[] = [];
  const collect = (node: Nodes): void => {
    if ('url' in node) addresses.push(node.url);
    if (node.type === 'html')
      for (const [, url = ''] of node.value.matchAll(/\s(?:href|src)="([^"]*)"/g))
        addresses.push(url);
    if ('children' in node) node.children.forEach(collect);
  };
  collect(fromMarkdown(read(path)));
  return addresses.filter((url) => {
    if (!url.startsWith(`${home}/`)) return !/^(https?:\/\/|mailto:)/i.test(url);
    return (
      fileFor(
        dist,
        new URL(url).pathname.slice(new URL(home).pathname.replace(/\/$/, '').length),
      ) === undefined
    );
  });
}

test('the site builds', () => {
  expect(site.code, site.output).toBe(0);
});

describe('the head of every page', () => {
  const uniqueTags = [
    ...['description', 'og:type', 'og:title', 'og:description', 'og:site_name', 'og:locale'],
    ...['og:image', 'og:image:width', 'og:image:height', 'og:image:alt'],
    ...['twitter:card', 'twitter:title', 'twitter:description', 'twitter:image'],
  ];

  test('has each tag once', () => {
    for (const [path, found] of pages) {
      expect(found.all('head title'), path).toHaveLength(1);
      for (const name of uniqueTags) {
        const values = metaContents(found, name);
        expect(values, `${path} ${name}`).toHaveLength(1);
        expect(values[0]?.trim(), `${path} ${name}`).not.toBe('');
      }
      expect(metaContents(found, 'description')[0]?.length).toBeLessThanOrEqual(160);
      const [image = ''] = metaContents(found, 'og:image');
      expect(image).toMatch(/^https:\/\/ada\.example\/sub\/.*\.png$/);
      const file = fileFor(site.dist, image.replace('https://ada.example/sub', ''));
      expect(file, `${path} ${image}`).toBeDefined();
    }
  });

  test('has its canonical address, unless the page is hidden', () => {
    for (const [path, found] of pages) {
      const isRedirect = found.first('meta[http-equiv="refresh"]') !== undefined;
      const ownAddress = `https://ada.example/sub${toAddress(path)}`;
      const expected = isHidden(found) ? [] : [isRedirect ? expect.any(String) : ownAddress];
      expect(canonicals(found), path).toEqual(expected);
      expect(metaContents(found, 'og:url'), path).toEqual(canonicals(found));
    }
    expect(canonicals(pageAt('old/tour/'))).toEqual(['https://ada.example/sub/talks/tour/']);
    const hidden = [...pages].filter(([, found]) => isHidden(found)).map(([path]) => path);
    const privatePages = listPagePaths(files, /./, 'private').map((path) => `${path}/index.html`);
    expect(privatePages).toContain('talks/quiet/index.html');
    expect(hidden.toSorted()).toEqual(['404.html', ...privatePages].sort());
  });

  test('links the feeds of the site and of the page', () => {
    const feedsOf = (path: string) =>
      pageAt(path)
        .all('head link[rel="alternate"]')
        .map((link) => [getAttribute(link, 'type'), getAttribute(link, 'href')]);
    const siteFeeds = [
      ['application/rss+xml', '/sub/rss.xml'],
      ['application/feed+json', '/sub/feed.json'],
      ['text/calendar', '/sub/talks.ics'],
    ];
    expect(feedsOf('')).toEqual(siteFeeds);
    expect(feedsOf('talks/tags/tag-one/')).toEqual([
      ...siteFeeds,
      ['application/rss+xml', '/sub/talks/tags/tag-one.xml'],
      ['text/calendar', '/sub/talks/tags/tag-one.ics'],
    ]);
    expect(feedsOf('talks/tour/')).toEqual([
      ...siteFeeds,
      ['text/calendar', '/sub/talks/tour.ics'],
      ['text/markdown', '/sub/talks/tour.md'],
    ]);
    expect(feedsOf('talks/quiet/')).toEqual(siteFeeds);
    const all = [...pages.keys()].flatMap((path) => feedsOf(path.replace(/index\.html$/, '')));
    for (const [, href = ''] of all)
      expect(fileFor(site.dist, href.replace('/sub', '')), href).toBeDefined();
  });

  test('of a talk has its own description, in plain text', () => {
    const hostile = pageAt('talks/hostile/');
    const metaContent = (name: string) => metaContents(hostile, name)[0];
    expect(metaContent('og:type')).toBe('article');
    expect(metaContent('og:title')).toContain('</script>');
    expect(metaContent('og:title')).toBe(readGraph(hostile)[0]?.['name']);
    expect(metaContent('description')).toMatch(/^A summary of x²/);
    expect(metaContent('og:locale')).toBe('en_GB');
    expect(metaContent('og:image')).toBe('https://ada.example/sub/talks/hostile.png');
    expect(metaContent('article:published_time')).toBe('2026-01-02T00:00:00.000Z');
    expect(metaContent('article:modified_time')).toBe('2026-01-10T09:00:00.000Z');
    expect(metaContents(pageAt(''), 'og:image')).toEqual(['https://ada.example/sub/share.png']);
    expect(metaContents(pageAt('talks/quiet/'), 'og:image')).toEqual([
      'https://ada.example/sub/share.png',
    ]);
  });
});

describe('the JSON-LD', () => {
  test('is on the home page and on public pages', () => {
    const withGraph = [...pages].filter(([, found]) => readGraph(found).length > 0);
    const paths = withGraph.map(([path]) => path.replace('/index.html', ''));
    expect(paths.filter((path) => /^talks\//.test(path)).sort()).toEqual(publicTalks());
    const others = /^(posts|projects|publications|people|pages|slides)\/[\w-]+$/;
    expect(paths.filter((path) => !/^talks\//.test(path) && !others.test(path))).toEqual([
      'index.html',
    ]);
    expect(readGraph(pageAt('')).map((node) => node['@type'])).toEqual(['Person']);
  });

  test('follows the documentation of Google Search', () => {
    for (const [path, found] of pages) expect(checkGraph(readGraph(found)), path).toEqual([]);
  });

  test('agrees with the page', () => {
    for (const [path, found] of pages) expect(compareWithPage(found), path).toEqual([]);
    const [event] = findEvents(pageAt('talks/hostile/'));
    expect(event).toMatchObject({
      startDate: '2026-05-04T15:00:00-04:00',
      endDate: '2026-05-04T16:00:00-04:00',
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    });
    expect(
      pageAt('talks/hostile/')
        .all('script')
        .some((element) => getText(element) === 'alert(1)'),
    ).toBe(false);
  });

  test('links to elements of the page', () => {
    const tour = pageAt('talks/tour/');
    const events = findEvents(tour) as (JsonLdNode & { url: string })[];
    expect(events).toHaveLength(2);
    for (const { url } of events) {
      const { pathname, hash } = new URL(url);
      expect(pathname).toBe('/sub/talks/tour/');
      expect(
        tour
          .all('[id]')
          .some((element) => getAttribute(element, 'id') === decodeURIComponent(hash.slice(1))),
      ).toBe(true);
    }
  });
});

describe('files for programs', () => {
  test('the sitemap has the public pages, with the day of their last change', () => {
    const [sitemap = ''] = addressesIn(site.read('sitemap-index.xml'));
    expect(sitemap).toBe('https://ada.example/sub/sitemap-0.xml');
    const xml = site.read('sitemap-0.xml');
    const publicPages = [...pages].filter(
      ([, found]) => !isHidden(found) && !found.first('meta[http-equiv="refresh"]'),
    );
    // A page of the author in place of a generated list keeps the entry of the list.
    const replacedList = 'https://ada.example/sub/talks/in/2020/';
    expect(addressesIn(xml).sort()).toEqual(
      [...publicPages.flatMap(([, found]) => canonicals(found)), replacedList].sort(),
    );
    const changes = [...xml.matchAll(/<loc>[^<]*\/([\w-]*)\/<\/loc><lastmod>([^<]*)</g)];
    expect(changes.map(([, slug, day]) => [slug, day])).toEqual(
      expect.arrayContaining([
        ['hostile', '2026-01-10T09:00:00.000Z'],
        ['tour', '2025-01-01T12:00:00.000Z'],
      ]),
    );
  });

  test('robots.txt allows everything and links the sitemap', () => {
    expect(site.read('robots.txt')).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://ada.example/sub/sitemap-index.xml\n',
    );
  });

  test('every public talk has a Markdown file without dead links', () => {
    const markdownFiles = listFiles(site.dist).filter((path) => path.endsWith('.md'));
    expect(markdownFiles.map((path) => path.replace(/\.md$/, '')).sort()).toEqual(publicTalks());
    for (const path of [...markdownFiles, 'llms.txt']) {
      expect(findDeadAddresses(site, path, 'https://ada.example/sub'), path).toEqual([]);
      // Unknown shortcodes are shown as code.
      const text = site.read(path).replaceAll(/`[^`]*`/g, '');
      expect(text, path).not.toMatch(/^---$|\{\{|<!--|all_day|publishDate/m);
    }
    const tour = site.read('talks/tour.md');
    expect(tour).toContain('# A tour\n');
    expect(tour).toContain('See [the notes](https://ada.example/sub/talks/tour/notes.pdf).');
    expect(tour).toMatch(/!\[plot\]\(https:\/\/ada\.example\/sub\/_astro\/plot\.[\w-]+\.webp\)/);
    expect(tour).toContain('[neighbour](https://ada.example/sub/talks/hostile/)');
    expect(tour).toContain('1 March 2026, 10:00, London time, cancelled');
  });

  test('no file contains a private talk or a draft', () => {
    const draftFiles = listFiles(site.dist).filter(
      (path) => /\.(html|xml|json|txt|md|ics)$/.test(path) && /A draft/.test(site.read(path)),
    );
    expect(draftFiles).toEqual([]);
    for (const path of ['llms.txt', 'sitemap-0.xml', 'rss.xml', 'talks.ics'])
      expect(site.read(path), path).not.toMatch(/quiet|Quiet/);
  });
});

describe.each(['root', 'sub'] as const)('the sample site at %s', (name) => {
  test('has valid JSON-LD that agrees with its pages', async () => {
    const sample = await buildSampleSite(name);
    for (const [path, found] of readPages(sample)) {
      expect(checkGraph(readGraph(found)), path).toEqual([]);
      expect(compareWithPage(found), path).toEqual([]);
      const base = name === 'sub' ? '/sub' : '';
      const hrefs = [...canonicals(found), ...metaContents(found, 'og:image')];
      expect(hrefs.length, path).toBeGreaterThan(0);
      for (const href of hrefs) expect(href, path).toMatch(new RegExp(`^${SAMPLE_ORIGIN}${base}/`));
    }
    const events = [...readPages(sample)].flatMap(([, found]) => findEvents(found));
    expect(events.length).toBeGreaterThan(10);
  });
});
