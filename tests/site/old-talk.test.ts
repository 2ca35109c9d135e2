import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { parseRss } from '../helpers/read/rss.ts';
import { listFiles } from '../helpers/read/dist.ts';
import { getAttribute, parsePage, getText, type Page } from '../helpers/read/html.ts';
import { seminarSources } from '../helpers/old-sites/seminars.ts';
import { buildPortfolioSite } from '../helpers/sites/portfolio.ts';
import { buildLaterTalksSite } from '../helpers/sites/talks.ts';
import { describeSources } from '../helpers/skip.ts';
import { lineOf } from '../helpers/make/talk-file.ts';

let siteWithoutSlides: BuiltSite;
let siteWithSlides: BuiltSite;

beforeAll(async () => {
  [siteWithoutSlides, siteWithSlides] = await Promise.all([
    buildLaterTalksSite(),
    buildPortfolioSite(),
  ]);
});

test('the sites build', () => {
  expect(siteWithoutSlides.code, siteWithoutSlides.output).toBe(0);
  expect(siteWithSlides.code, siteWithSlides.output).toBe(0);
});

describeSources(seminarSources, ({ slug, text, title, event, place }) => {
  const readPage = (site: BuiltSite): Page => parsePage(site.read(`talks/${slug}/index.html`));
  const reportedLines = (site: BuiltSite) =>
    [...site.output.matchAll(new RegExp(`${slug}/index\\.md:(\\d+)`, 'g'))].map(([, n]) =>
      Number(n),
    );

  test('has a page with its title, event, place and day, and no time of day', () => {
    const talk = readPage(siteWithoutSlides);
    expect(talk.text('h1')).toBe(title);
    const main = talk.text('main');
    for (const part of [event, place, '22 September 2021']) expect(main).toContain(part);
    const time = talk.first('main time[datetime]');
    expect(time && getAttribute(time, 'dateTime')).toBe('2021-09-22');
    expect(main).not.toMatch(/\b\d{1,2}:\d{2}\b/);
  });

  test('has a card and a feed entry', () => {
    for (const [site, base] of [
      [siteWithoutSlides, ''],
      [siteWithSlides, '/sub'],
    ] as const) {
      const list = parsePage(site.read('talks/index.html'));
      const cards = list.all(`main a[href="${base}/talks/${slug}/"]`).map(getText);
      expect(cards.filter((words) => words.includes(title))).toHaveLength(1);
    }
    const links = parseRss(siteWithSlides.read('rss.xml')).map(({ link }) => link);
    expect(links.filter((link) => link.endsWith(`/talks/${slug}/`))).toHaveLength(1);
  });

  test('without its slides: one warning, at url_slides, and no dead link', () => {
    const line = lineOf(text ?? '', 'url_slides:');
    const secondLine = lineOf(text ?? '', 'url: files/nyu_talk.pdf');
    expect(reportedLines(siteWithoutSlides).filter((reported) => reported === line)).toHaveLength(
      1,
    );
    expect(reportedLines(siteWithoutSlides)).not.toContain(secondLine);
    const linkingFiles = listFiles(siteWithoutSlides.dist)
      .filter((path) => /\.(html|xml|json|ics)$/.test(path))
      .filter((path) => siteWithoutSlides.read(path).includes('nyu_talk.pdf'));
    expect(linkingFiles).toEqual([]);
  });

  test('with its slides: no warning, and one link to them under the base', () => {
    expect(reportedLines(siteWithSlides)).not.toContain(lineOf(text ?? '', 'url_slides:'));
    expect(existsSync(join(siteWithSlides.dist, 'files/nyu_talk.pdf'))).toBe(true);
    const slides = readPage(siteWithSlides)
      .all('main a[href]')
      .filter((link) => /^slides\b/i.test(getText(link)));
    expect(slides.map((link) => getAttribute(link, 'href'))).toEqual(['/sub/files/nyu_talk.pdf']);
    const firstPages = readPage(siteWithSlides).all('main img[alt="First page of the slides"]');
    expect(firstPages).toHaveLength(1);
  });
});
