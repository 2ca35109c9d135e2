import { beforeAll, describe, expect, test } from 'vitest';
import {
  calendarDisagreements,
  clockDisagreements,
  shownDeliveries,
} from '../helpers/agreement.ts';
import type { BuiltSite } from '../helpers/build-site.ts';
import { calendarReaders } from '../helpers/calendars.ts';
import { CORPUS_ORIGIN, corpusFiles, corpusSite, isTalk, slugOf } from '../helpers/corpus-site.ts';
import { sharedTalks, startDay, type RealFile } from '../helpers/corpus.ts';
import { pagesIn } from '../helpers/dist.ts';
import { attribute, parsePage, textOf, type Page } from '../helpers/html.ts';
import { absenceOf } from '../helpers/shared.ts';
import { describeReference, linksOf, namedOutside } from '../helpers/site-links.ts';
import { skipTest } from '../helpers/skip.ts';
import { brokenRules, disagreements, eventsOf, graphOf } from '../helpers/structured-data.ts';
import { validateHtml } from '../helpers/validate-html.ts';

const files = corpusFiles();
const talks = files.filter(isTalk);

const hasShared = sharedTalks().length > 0;
/** How many pages there are at least: of our own talks, and of those of real sites. */
const least = hasShared ? 230 : 33;

if (!hasShared) skipTest('talks of real sites', absenceOf('corpus'));

describe(hasShared ? 'talks of our own and of real sites' : 'talks of our own', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await corpusSite();
  });

  const pageOf = (file: RealFile): Page => parsePage(site.read(`talks/${slugOf(file)}/index.html`));

  /** An old address that leads to the page of a talk. */
  const isMoved = (slug: string): boolean =>
    parsePage(site.read(`talks/${slug}/index.html`)).first('meta[http-equiv="refresh"]') !==
    undefined;

  test('are built in one go', () => {
    expect(site.code, site.output.slice(-4000)).toBe(0);
    expect(talks.length).toBeGreaterThanOrEqual(least);
  });

  test('have one page each, and what is no talk has none', () => {
    const page = /^talks\/([^/]+)\/index\.html$/;
    const built = pagesIn(site.dist).flatMap((path) => page.exec(path)?.[1] ?? []);
    const expected = talks.filter(({ answer }) => !answer.draft).map(slugOf);
    const own = built.filter((slug) => slug !== 'tags' && !isMoved(slug));
    expect(own.sort()).toEqual(expected.sort());
    const others = files.filter((one) => !isTalk(one));
    expect(others.length).toBeGreaterThan(2);
    for (const file of others) {
      const { collection = '', widget, headless } = file.answer.params ?? {};
      const another = collection !== '' && collection !== 'talks';
      const ofTheTheme = !file.answer.ok || !!widget || headless === true || !file.answer.title;
      expect(another || ofTheTheme, file.id).toBe(true);
    }
  });

  test('show their title, day and tags', () => {
    for (const file of talks.filter(({ answer }) => !answer.draft)) {
      const page = pageOf(file);
      const { title = '', params = {} } = file.answer;
      if (!title.includes('$')) expect(page.text('h1'), file.id).toBe(collapse(title));
      const day = startDay(file) ?? '';
      const time = page.first('main time[datetime]');
      const shown = time && attribute(time, 'dateTime')?.slice(0, 10);
      if (day !== 'unknown') expect(shown, file.id).toBe(day);
      const tags = page.all('main a[href^="/talks/tags/"]').map(textOf);
      for (const tag of (params['tags'] ?? []) as string[]) {
        expect(tags.map(plain), file.id).toContain(plain(tag));
      }
    }
  });

  test.each(calendarReaders)('are the same in the calendar, read by %s', (_, read) => {
    const shown = shownDeliveries(site, 'Ada Example');
    const calendar = site.read('talks.ics');
    expect(shown.length).toBeGreaterThanOrEqual(least);
    expect(calendarDisagreements(shown, read(calendar))).toEqual([]);
    expect(clockDisagreements(shown, calendar)).toEqual([]);
  });

  test('hold no formula that failed, no shortcode that nobody was told of, and ask no other host', () => {
    const unknown = [...site.output.matchAll(/the shortcode (\S+) is not supported/g)].map(
      ([, name]) => name,
    );
    for (const path of pagesIn(site.dist)) {
      const html = site.read(path);
      expect(html, path).not.toContain('katex-error');
      const page = parsePage(html);
      const loading = page.all('[src], [srcset], link[rel="stylesheet"], link[rel="preload"]');
      const asked = loading.flatMap((element) =>
        ['src', 'srcSet', 'href'].map((name) => attribute(element, name) ?? ''),
      );
      expect(
        asked.filter((address) => /^(https?:)?\/\//.test(address)),
        path,
      ).toEqual([]);
      page.all('pre').forEach((element) => (element.children = []));
      const text = page.all('main').map(textOf).join();
      for (const [, name] of text.matchAll(/\{\{[<%]\s*\/?\s*([\w/-]+)/g)) {
        expect(unknown, path).toContain(name);
      }
    }
  });

  test('agree with their JSON-LD', () => {
    const found = pagesIn(site.dist).map((path) => [path, parsePage(site.read(path))] as const);
    const told = found.filter(([, page]) => eventsOf(page).length > 0);
    expect(told.length).toBeGreaterThanOrEqual(least);
    for (const [path, page] of told) {
      expect.soft(brokenRules(graphOf(page)), path).toEqual([]);
      expect.soft(disagreements(page), path).toEqual([]);
    }
  });

  test('are valid HTML', async () => {
    for (const file of pagesIn(site.dist)) {
      expect.soft(await validateHtml(site.read(file), file), file).toEqual([]);
    }
  });

  test('lead nowhere in vain, and load nothing from another host', () => {
    const links = linksOf(site, '/', CORPUS_ORIGIN);
    expect(links.pages.size).toBeGreaterThan(3);
    expect(links.internal.length).toBeGreaterThan(20);
    expect(namedOutside(site, '/', CORPUS_ORIGIN)).toEqual([]);
    expect(links.dead.map(describeReference)).toEqual([]);
    expect(links.deadAnchors.map(describeReference)).toEqual([]);
    const foreign = links.loaded.filter(({ url }) => url.origin !== CORPUS_ORIGIN);
    expect(foreign.map(describeReference)).toEqual([]);
  });
});

function collapse(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function plain(tag: string): string {
  return collapse(tag).toLowerCase();
}
