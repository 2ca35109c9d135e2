import type { Element } from 'hast';
import { selectAll } from 'hast-util-select';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPages } from '../../src/content/sections/read-pages.ts';
import { renderPage } from '../../src/content/render/render-page.ts';
import { talkSection } from '../../src/content/sections/talk-section.ts';
import { createTextRenderer } from '../../src/markdown/render/text-renderer.ts';
import { toTalk } from '../../src/model/talk/talk.ts';
import { createAuthorFolder } from '../helpers/make/author-folder.ts';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { getTalkSources } from '../helpers/old-sites/corpus.ts';
import { fileFor, listFiles } from '../helpers/read/dist.ts';
import { makeFeeds } from '../helpers/make/feeds.ts';
import { checkRss } from '../helpers/read/rss-profile.ts';
import { checkJsonFeed, readJsonFeed } from '../helpers/read/json-feed.ts';
import { parseRss, type FeedItem } from '../helpers/read/rss.ts';
import { getAttribute, parsePage, getText } from '../helpers/read/html.ts';
import { buildSampleSite, SAMPLE_ORIGIN } from '../helpers/build/sample-site.ts';
import { makeSite } from '../helpers/make/site.ts';
import { listPagePaths } from '../helpers/sites/merge-files.ts';
import { makePortfolioFiles, buildPortfolioSite } from '../helpers/sites/portfolio.ts';
import { describeSources } from '../helpers/skip.ts';

const home = 'https://ada.example/sub';

let site: BuiltSite;
let items: Record<string, FeedItem>;

beforeAll(async () => {
  site = await buildPortfolioSite();
  expect(site.code, site.output).toBe(0);
  items = Object.fromEntries(parseRss(site.read('rss.xml')).map((item) => [item.title, item]));
});

/** Returns the addresses in the HTML of a feed item for which the build has no file. */
function findDeadAddresses(dist: string, base: string, html: string): string[] {
  return parsePage(html)
    .all('[href], [src]')
    .map((element) => getAttribute(element, 'href') ?? getAttribute(element, 'src') ?? '')
    .filter((address) => address.startsWith(base))
    .filter((address) => !fileFor(dist, address.slice(base.length).replace(/#.*/, '')));
}

describe('the feeds of a site', () => {
  test('follow the RSS profile and the JSON Feed specification', () => {
    expect(site.code, site.output).toBe(0);
    const feeds = listFiles(site.dist).filter((path) => /^(rss|talks\/tags\/.*)\.xml$/.test(path));
    expect(feeds).toEqual([
      'rss.xml',
      'talks/tags/alone.xml',
      'talks/tags/one.xml',
      'talks/tags/tag-one.xml',
      'talks/tags/two-three.xml',
    ]);
    for (const path of feeds) expect(checkRss(site.read(path)), path).toEqual([]);
    expect(checkJsonFeed(site.read('feed.json'))).toEqual([]);
  });

  test('have every talk except private ones', async () => {
    const titles = Object.keys(items).filter((title) => /^In M|^Private$/.test(title));
    expect(titles).toEqual(['In MDX', 'In Markdown']);
    const links = parseRss(site.read('rss.xml')).map(({ link }) => link);
    const talks = listPagePaths(await makePortfolioFiles(), /^talks$/, 'public');
    expect(links.toSorted()).toEqual(talks.map((page) => `${home}/${page}/`).sort());
    expect(readJsonFeed(site.read('feed.json')).items.map(({ url }) => url)).toEqual(links);
    expect(
      listFiles(site.dist)
        .filter((path) => /feed|xml$/.test(path))
        .map(site.read)
        .join(),
    ).not.toContain('Not for all');
  });

  test('of a tag have its talks and link to its page', () => {
    const readTitles = (path: string) => parseRss(site.read(path)).map(({ title }) => title);
    expect(readTitles('talks/tags/one.xml')).toEqual(['In MDX', 'In Markdown']);
    expect(readTitles('talks/tags/two-three.xml')).toEqual(['In Markdown']);
    expect(readTitles('talks/tags/alone.xml')).toEqual([]);
    expect(site.read('talks/tags/one.xml')).toContain(`<link>${home}/talks/tags/one/</link>`);
    expect(site.read('talks/tags/one.xml')).toContain(`href="${home}/talks/tags/one.xml"`);
  });

  test('have the body of a talk, with the images of its page and each formula once', () => {
    const content = items['In Markdown']?.content ?? '';
    const page = parsePage(content);
    const image = page.first('img[alt="A curve"]');
    expect(image && getAttribute(image, 'src')).toMatch(`${home}/_astro/`);
    expect(page.all('a').map((link) => getAttribute(link, 'href'))).toEqual([
      `${home}/talks/md/data.csv`,
      `${home}/talks/mdx/`,
      `${home}/talks/`,
    ]);
    expect(content).toContain('<em>x²</em>');
    expect(content).toContain('<p><em>a ≤ b</em></p>');
    expect(findDeadAddresses(site.dist, home, content)).toEqual([]);
  });

  test('have an MDX body with the content of its components', () => {
    const content = items['In MDX']?.content ?? '';
    const page = parsePage(content);
    expect(content).toContain('Inside a <strong>component</strong>.');
    expect(content).not.toMatch(/<aside|class=|onclick/i);
    expect(page.all('img').map((image) => getAttribute(image, 'alt'))).toEqual([
      'Drawn by Markdown',
      'Drawn by MDX',
    ]);
    expect(findDeadAddresses(site.dist, home, content)).toEqual([]);
  });

  test('have the slides and the image of a talk', () => {
    const slides = `${home}/talks/mdx/slides.pdf`;
    expect(items['In MDX']?.enclosures).toEqual([
      { url: slides, type: 'application/pdf', length: 15 },
    ]);
    const mdxItem = readJsonFeed(site.read('feed.json')).items.find(
      ({ title }) => title === 'In MDX',
    );
    expect(mdxItem?.attachments?.[0]?.url).toBe(slides);
    expect(fileFor(site.dist, mdxItem?.image?.slice(home.length) ?? '')).toBeDefined();
  });
});

describe.each([
  { name: 'root', base: SAMPLE_ORIGIN },
  { name: 'sub', base: `${SAMPLE_ORIGIN}/sub` },
] as const)('the feeds of the sample site, $name', ({ name, base }) => {
  let sample: BuiltSite;
  let talks: FeedItem[];
  beforeAll(async () => {
    sample = await buildSampleSite(name);
    talks = parseRss(sample.read('rss.xml'));
  });
  const pageOf = ({ link }: FeedItem) =>
    parsePage(sample.read(`${new URL(link).pathname.replace(/^\/(sub\/)?/, '')}index.html`));

  test('follow every rule', () => {
    expect(sample.code, sample.output).toBe(0);
    const tags = listFiles(sample.dist).filter((path) => /^talks\/tags\/.*\.xml$/.test(path));
    expect(tags.length).toBeGreaterThan(3);
    for (const path of ['rss.xml', ...tags]) expect(checkRss(sample.read(path)), path).toEqual([]);
    expect(checkJsonFeed(sample.read('feed.json'))).toEqual([]);
  });

  test('have the same titles, days and places as the pages', () => {
    expect(talks.length).toBeGreaterThan(10);
    let places = 0;
    for (const talk of talks) {
      const page = pageOf(talk);
      expect(page.text('head title'), talk.link).toContain(talk.title);
      const deliverySelector = 'article header, [aria-labelledby="deliveries"]';
      const days = page.all(deliverySelector).flatMap((part) => textsOf(part, 'time'));
      const lines = getText(parsePage(talk.content).first('body')!);
      expect(days.length, talk.link).toBeGreaterThan(0);
      for (const day of days) expect(lines, talk.link).toContain(day);
      for (const place of page.all(deliverySelector).flatMap(readPlaces)) {
        expect(lines, talk.link).toContain(place);
        places += 1;
      }
    }
    expect(places).toBeGreaterThan(10);
  });

  test('have the headings and bold words of the text of every page', () => {
    let count = 0;
    for (const talk of talks) {
      const prose = pageOf(talk).all('article .prose');
      const content = getText(parsePage(talk.content).first('body')!);
      for (const words of prose.flatMap((part) => textsOf(part, 'h2, h3, strong'))) {
        expect(content, talk.link).toContain(words);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(10);
  });

  test('have no dead links', () => {
    for (const { content } of talks)
      expect(findDeadAddresses(sample.dist, base, content)).toEqual([]);
    const images = readJsonFeed(sample.read('feed.json')).items.flatMap(({ image }) => image ?? []);
    expect(images.length).toBeGreaterThan(0);
    for (const image of images)
      expect(fileFor(sample.dist, image.slice(base.length))).toBeDefined();
  });

  test('are linked from a page that loads nothing from other hosts', () => {
    const page = parsePage(sample.read('subscribe/index.html'));
    const hrefs = page.all('main a').map((link) => getAttribute(link, 'href') ?? '');
    expect(hrefs).toContain(`webcal://${base.slice('https://'.length)}/talks.ics`);
    for (const path of ['rss.xml', 'talks.ics']) {
      expect(
        hrefs.filter((href) => decodeURIComponent(href).includes(`${base.slice(8)}/${path}`))
          .length,
      ).toBeGreaterThan(3);
    }
    const addresses = page.all('main code').map(getText);
    const talkFeeds = ['rss.xml', 'feed.json', 'talks.ics'];
    const otherFeeds = ['posts.xml', 'publications.xml', 'publications.bib'];
    expect(addresses.toSorted()).toEqual(
      [...talkFeeds, ...otherFeeds].map((path) => `${base}/${path}`).sort(),
    );
    expect(page.all('main :is(img, script, iframe)')).toEqual([]);
  });
});

describeSources(getTalkSources(), (talks) => {
  test('their feeds follow every rule', async () => {
    const testSite = makeSite({ base: '/sub' });
    const renderer = await createTextRenderer('/sub');
    const sources = talks.map(({ path, text }) => [`content/talks/${path}`, text]);
    const folder = createAuthorFolder(Object.fromEntries(sources));
    const pages = readPages(talkSection, folder, testSite.addresses).pages;
    expect(pages.length).toBeGreaterThan(talks.length * 0.8);
    const later = Date.UTC(2040, 0, 1);
    for (const talk of pages) {
      const rendered = await renderPage(talkSection, talk, renderer);
      const { slug, frontMatter, files } = talk;
      const source = {
        ...rendered,
        image: undefined,
        slug,
        frontMatter,
        findFile: (name: string) => files[name],
      };
      const model = toTalk(source, { ...testSite, owner: testSite.name });
      const feeds = makeFeeds(testSite, [model], later, { [slug]: rendered.body?.html ?? '' });
      const rss = await feeds.rss();
      expect(checkRss(rss), talk.file.path).toEqual([]);
      expect(checkJsonFeed(feeds.json()), talk.file.path).toEqual([]);
      const [item] = parseRss(rss);
      if (item)
        expect(item.content, talk.file.path).toBe(
          readJsonFeed(feeds.json()).items[0]?.content_html,
        );
    }
  });
});

/** Returns the texts of the elements that a selector finds. */
function textsOf(element: Element, selector: string): string[] {
  return selectAll(selector, element).map(getText);
}

/** Returns the lines of a page with the place of a delivery. */
function readPlaces(element: Element): string[] {
  return selectAll('p:has(.event)', element).map((line) => getText(line).replace(/ Join$/, ''));
}
