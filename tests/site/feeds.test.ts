import type { Element } from 'hast';
import { selectAll } from 'hast-util-select';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPages } from '../../src/content/sections/read-pages.ts';
import { renderPage } from '../../src/content/render/render-page.ts';
import { talkSection } from '../../src/content/sections/talk-section.ts';
import { createTextRenderer } from '../../src/markdown/render/text-renderer.ts';
import { toTalk } from '../../src/model/talk/talk.ts';
import { authorFolder } from '../helpers/author-folder.ts';
import type { BuiltSite } from '../helpers/build-site.ts';
import { talkSources } from '../helpers/corpus.ts';
import { fileFor, filesIn } from '../helpers/dist.ts';
import { feedsOf } from '../helpers/feed-of.ts';
import { breaches } from '../helpers/feed-profile.ts';
import { jsonFeedErrors, readJsonFeed } from '../helpers/feed-json.ts';
import { readRss, type FeedItem } from '../helpers/feed.ts';
import { attribute, parsePage, textOf } from '../helpers/html.ts';
import { sampleSite, SAMPLE_ORIGIN } from '../helpers/sample-site.ts';
import { makeSite } from '../helpers/site.ts';
import { pagesOf } from '../helpers/merge-files.ts';
import { portfolioFiles, portfolioSite } from '../helpers/sites/portfolio.ts';
import { describeSources } from '../helpers/skip.ts';

const home = 'https://ada.example/sub';

let site: BuiltSite;
let items: Record<string, FeedItem>;

beforeAll(async () => {
  site = await portfolioSite();
  expect(site.code, site.output).toBe(0);
  items = Object.fromEntries(readRss(site.read('rss.xml')).map((item) => [item.title, item]));
});

/** The addresses in a feed's text that lead to nothing that was built. */
function deadAddresses(dist: string, base: string, html: string): string[] {
  return parsePage(html)
    .all('[href], [src]')
    .map((element) => attribute(element, 'href') ?? attribute(element, 'src') ?? '')
    .filter((address) => address.startsWith(base))
    .filter((address) => !fileFor(dist, address.slice(base.length).replace(/#.*/, '')));
}

describe('the feeds of a site', () => {
  test('are RSS by the profile and JSON Feed by its specification', () => {
    expect(site.code, site.output).toBe(0);
    const feeds = filesIn(site.dist).filter((path) => /^(rss|talks\/tags\/.*)\.xml$/.test(path));
    expect(feeds).toEqual([
      'rss.xml',
      'talks/tags/alone.xml',
      'talks/tags/one.xml',
      'talks/tags/tag-one.xml',
      'talks/tags/two-three.xml',
    ]);
    for (const path of feeds) expect(breaches(site.read(path)), path).toEqual([]);
    expect(jsonFeedErrors(site.read('feed.json'))).toEqual([]);
  });

  test('hold every talk but private ones', async () => {
    const own = Object.keys(items).filter((title) => /^In M|^Private$/.test(title));
    expect(own).toEqual(['In MDX', 'In Markdown']);
    const links = readRss(site.read('rss.xml')).map(({ link }) => link);
    const talks = pagesOf(await portfolioFiles(), /^talks$/, 'public');
    expect(links.toSorted()).toEqual(talks.map((page) => `${home}/${page}/`).sort());
    expect(readJsonFeed(site.read('feed.json')).items.map(({ url }) => url)).toEqual(links);
    expect(
      filesIn(site.dist)
        .filter((path) => /feed|xml$/.test(path))
        .map(site.read)
        .join(),
    ).not.toContain('Not for all');
  });

  test('of a tag hold its talks and lead to its page', () => {
    const titles = (path: string) => readRss(site.read(path)).map(({ title }) => title);
    expect(titles('talks/tags/one.xml')).toEqual(['In MDX', 'In Markdown']);
    expect(titles('talks/tags/two-three.xml')).toEqual(['In Markdown']);
    expect(titles('talks/tags/alone.xml')).toEqual([]);
    expect(site.read('talks/tags/one.xml')).toContain(`<link>${home}/talks/tags/one/</link>`);
    expect(site.read('talks/tags/one.xml')).toContain(`href="${home}/talks/tags/one.xml"`);
  });

  test('hold the body of a talk, its pictures as the page has them, its formulas once', () => {
    const content = items['In Markdown']?.content ?? '';
    const page = parsePage(content);
    const picture = page.first('img[alt="A curve"]');
    expect(picture && attribute(picture, 'src')).toMatch(`${home}/_astro/`);
    expect(page.all('a').map((link) => attribute(link, 'href'))).toEqual([
      `${home}/talks/md/data.csv`,
      `${home}/talks/mdx/`,
      `${home}/talks/`,
    ]);
    expect(content).toContain('<em>x²</em>');
    expect(content).toContain('<p><em>a ≤ b</em></p>');
    expect(deadAddresses(site.dist, home, content)).toEqual([]);
  });

  test('hold an MDX body with what its components say', () => {
    const content = items['In MDX']?.content ?? '';
    const page = parsePage(content);
    expect(content).toContain('Inside a <strong>component</strong>.');
    expect(content).not.toMatch(/<aside|class=|onclick/i);
    expect(page.all('img').map((image) => attribute(image, 'alt'))).toEqual([
      'Drawn by Markdown',
      'Drawn by MDX',
    ]);
    expect(deadAddresses(site.dist, home, content)).toEqual([]);
  });

  test('carry slides and picture', () => {
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
    sample = await sampleSite(name);
    talks = readRss(sample.read('rss.xml'));
  });
  const pageOf = ({ link }: FeedItem) =>
    parsePage(sample.read(`${new URL(link).pathname.replace(/^\/(sub\/)?/, '')}index.html`));

  test('keep every rule', () => {
    expect(sample.code, sample.output).toBe(0);
    const tags = filesIn(sample.dist).filter((path) => /^talks\/tags\/.*\.xml$/.test(path));
    expect(tags.length).toBeGreaterThan(3);
    for (const path of ['rss.xml', ...tags]) expect(breaches(sample.read(path)), path).toEqual([]);
    expect(jsonFeedErrors(sample.read('feed.json'))).toEqual([]);
  });

  test('say the same title, days and places as the pages', () => {
    expect(talks.length).toBeGreaterThan(10);
    let places = 0;
    for (const talk of talks) {
      const page = pageOf(talk);
      expect(page.text('head title'), talk.link).toContain(talk.title);
      const held = 'article header, [aria-labelledby="deliveries"]';
      const days = page.all(held).flatMap((part) => parts(part, 'time'));
      const lines = textOf(parsePage(talk.content).first('body')!);
      expect(days.length, talk.link).toBeGreaterThan(0);
      for (const day of days) expect(lines, talk.link).toContain(day);
      for (const place of page.all(held).flatMap(placesIn)) {
        expect(lines, talk.link).toContain(place);
        places += 1;
      }
    }
    expect(places).toBeGreaterThan(10);
  });

  test('hold the abstract and the text of every page, without its formulas', () => {
    let texts = 0;
    for (const talk of talks) {
      const prose = pageOf(talk).all('article .prose');
      const said = textOf(parsePage(talk.content).first('body')!);
      for (const words of prose.flatMap((part) => parts(part, 'h2, h3, strong'))) {
        expect(said, talk.link).toContain(words);
        texts += 1;
      }
    }
    expect(texts).toBeGreaterThan(10);
  });

  test('lead to nothing that is not there', () => {
    for (const { content } of talks) expect(deadAddresses(sample.dist, base, content)).toEqual([]);
    const images = readJsonFeed(sample.read('feed.json')).items.flatMap(({ image }) => image ?? []);
    expect(images.length).toBeGreaterThan(0);
    for (const image of images)
      expect(fileFor(sample.dist, image.slice(base.length))).toBeDefined();
  });

  test('are offered on a page that asks no other host', () => {
    const page = parsePage(sample.read('subscribe/index.html'));
    const hrefs = page.all('main a').map((link) => attribute(link, 'href') ?? '');
    expect(hrefs).toContain(`webcal://${base.slice('https://'.length)}/talks.ics`);
    for (const path of ['rss.xml', 'talks.ics']) {
      expect(
        hrefs.filter((href) => decodeURIComponent(href).includes(`${base.slice(8)}/${path}`))
          .length,
      ).toBeGreaterThan(3);
    }
    const shown = page.all('main code').map(textOf);
    const ofTalks = ['rss.xml', 'feed.json', 'talks.ics'];
    const ofOthers = ['posts.xml', 'publications.xml', 'publications.bib'];
    expect(shown.toSorted()).toEqual(
      [...ofTalks, ...ofOthers].map((path) => `${base}/${path}`).sort(),
    );
    expect(page.all('main :is(img, script, iframe)')).toEqual([]);
  });
});

describeSources(talkSources(), (talks) => {
  test('feeds of them keep every rule, whatever their authors wrote', async () => {
    const ours = makeSite({ base: '/sub' });
    const renderer = await createTextRenderer('/sub');
    const written = talks.map(({ path, text }) => [`content/talks/${path}`, text]);
    const folder = authorFolder(Object.fromEntries(written));
    const read = readPages(talkSection, folder, ours.addresses).pages;
    expect(read.length).toBeGreaterThan(talks.length * 0.8);
    const later = Date.UTC(2040, 0, 1);
    for (const talk of read) {
      const rendered = await renderPage(talkSection, talk, renderer);
      const { slug, frontMatter, files: found } = talk;
      const source = { ...rendered, slug, frontMatter, findFile: (name: string) => found[name] };
      const model = toTalk(source, { ...ours, owner: ours.name });
      const feeds = feedsOf(ours, [model], later, { [slug]: rendered.body?.html ?? '' });
      const rss = await feeds.rss();
      expect(breaches(rss), talk.file.path).toEqual([]);
      expect(jsonFeedErrors(feeds.json()), talk.file.path).toEqual([]);
      const [item] = readRss(rss);
      if (item)
        expect(item.content, talk.file.path).toBe(
          readJsonFeed(feeds.json()).items[0]?.content_html,
        );
    }
  });
});

function parts(element: Element, selector: string): string[] {
  return selectAll(selector, element).map(textOf);
}

/** The lines of a page that say where a delivery is. */
function placesIn(element: Element): string[] {
  return selectAll('p:has(.event)', element).map((line) => textOf(line).replace(/ Join$/, ''));
}
