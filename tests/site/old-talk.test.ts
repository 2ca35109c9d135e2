import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build-site.ts';
import { readRss } from '../helpers/feed.ts';
import { filesIn } from '../helpers/dist.ts';
import { attribute, parsePage, textOf, type Page } from '../helpers/html.ts';
import { seminarSources } from '../helpers/seminars.ts';
import { portfolioSite } from '../helpers/sites/portfolio.ts';
import { laterTalksSite } from '../helpers/sites/talks.ts';
import { describeSources } from '../helpers/skip.ts';
import { lineOf } from '../helpers/talk-file.ts';

let without: BuiltSite;
let withSlides: BuiltSite;

beforeAll(async () => {
  [without, withSlides] = await Promise.all([laterTalksSite(), portfolioSite()]);
});

test('the sites build', () => {
  expect(without.code, without.output).toBe(0);
  expect(withSlides.code, withSlides.output).toBe(0);
});

describeSources(seminarSources, ({ slug, text, title, event, place }) => {
  const page = (site: BuiltSite): Page => parsePage(site.read(`talks/${slug}/index.html`));
  const locations = (site: BuiltSite) =>
    [...site.output.matchAll(new RegExp(`${slug}/index\\.md:(\\d+)`, 'g'))].map(([, n]) =>
      Number(n),
    );

  test('has a page with its title, event, place and day, and no time of day', () => {
    const talk = page(without);
    expect(talk.text('h1')).toBe(title);
    const main = talk.text('main');
    for (const part of [event, place, '22 September 2021']) expect(main).toContain(part);
    const time = talk.first('main time[datetime]');
    expect(time && attribute(time, 'dateTime')).toBe('2021-09-22');
    expect(main).not.toMatch(/\b\d{1,2}:\d{2}\b/);
  });

  test('has a card and a feed entry', () => {
    for (const [site, base] of [
      [without, ''],
      [withSlides, '/sub'],
    ] as const) {
      const list = parsePage(site.read('talks/index.html'));
      const cards = list.all(`main a[href="${base}/talks/${slug}/"]`).map(textOf);
      expect(cards.filter((words) => words.includes(title))).toHaveLength(1);
    }
    const links = readRss(withSlides.read('rss.xml')).map(({ link }) => link);
    expect(links.filter((link) => link.endsWith(`/talks/${slug}/`))).toHaveLength(1);
  });

  test('without its slides: one warning, at url_slides, and no dead link', () => {
    const line = lineOf(text ?? '', 'url_slides:');
    const double = lineOf(text ?? '', 'url: files/nyu_talk.pdf');
    expect(locations(without).filter((at) => at === line)).toHaveLength(1);
    expect(locations(without)).not.toContain(double);
    const mentions = filesIn(without.dist)
      .filter((path) => /\.(html|xml|json|ics)$/.test(path))
      .filter((path) => without.read(path).includes('nyu_talk.pdf'));
    expect(mentions).toEqual([]);
  });

  test('with its slides: no warning, and one link to them under the base', () => {
    expect(locations(withSlides)).not.toContain(lineOf(text ?? '', 'url_slides:'));
    expect(existsSync(join(withSlides.dist, 'files/nyu_talk.pdf'))).toBe(true);
    const slides = page(withSlides)
      .all('main a[href]')
      .filter((link) => /^slides\b/i.test(textOf(link)));
    expect(slides.map((link) => attribute(link, 'href'))).toEqual(['/sub/files/nyu_talk.pdf']);
  });
});
