import { beforeAll, describe, expect, test } from 'vitest';
import {
  compareCalendar,
  compareClockTimes,
  readShownDeliveries,
} from '../helpers/read/deliveries.ts';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { calendarReaders } from '../helpers/read/calendars.ts';
import {
  CORPUS_ORIGIN,
  readBuildableTalks,
  buildCorpusSite,
  isTalk,
  getSlug,
} from '../helpers/build/corpus-site.ts';
import { readSharedTalks, getStartDay, type CorpusFile } from '../helpers/old-sites/corpus.ts';
import { listPages } from '../helpers/read/dist.ts';
import { getAttribute, parsePage, getText, type Page } from '../helpers/read/html.ts';
import { explainAbsence } from '../helpers/shared-folder.ts';
import {
  describeReference,
  readSiteLinks,
  findAddressesWithoutBase,
} from '../helpers/read/site-links.ts';
import { skipTest } from '../helpers/skip.ts';
import {
  checkGraph,
  compareWithPage,
  findEvents,
  readGraph,
} from '../helpers/read/structured-data.ts';
import { validateHtml } from '../helpers/read/validate-html.ts';

const files = readBuildableTalks();
const talks = files.filter(isTalk);

const hasShared = readSharedTalks().length > 0;
/** The minimum number of pages: of our own talks, and with those of real sites. */
const minimum = hasShared ? 230 : 33;

if (!hasShared) skipTest('talks of real sites', explainAbsence('corpus'));

describe(hasShared ? 'talks of our own and of real sites' : 'talks of our own', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildCorpusSite();
  });

  const readPage = (file: CorpusFile): Page =>
    parsePage(site.read(`talks/${getSlug(file)}/index.html`));

  /** Whether an address redirects to the page of a talk. */
  const isMoved = (slug: string): boolean =>
    parsePage(site.read(`talks/${slug}/index.html`)).first('meta[http-equiv="refresh"]') !==
    undefined;

  test('are built together', () => {
    expect(site.code, site.output.slice(-4000)).toBe(0);
    expect(talks.length).toBeGreaterThanOrEqual(minimum);
  });

  test('have one page each, and other files have none', () => {
    const page = /^talks\/([^/]+)\/index\.html$/;
    const built = listPages(site.dist).flatMap((path) => page.exec(path)?.[1] ?? []);
    const expected = talks.filter(({ hugo }) => !hugo.draft).map(getSlug);
    const pages = built.filter((slug) => slug !== 'tags' && !isMoved(slug));
    expect(pages.sort()).toEqual(expected.sort());
    const others = files.filter((file) => !isTalk(file));
    expect(others.length).toBeGreaterThan(2);
    for (const file of others) {
      const { collection = '', widget, headless } = file.hugo.params ?? {};
      const isOtherCollection = collection !== '' && collection !== 'talks';
      const isThemeFile = !file.hugo.ok || !!widget || headless === true || !file.hugo.title;
      expect(isOtherCollection || isThemeFile, file.id).toBe(true);
    }
  });

  test('show their title, day and tags', () => {
    for (const file of talks.filter(({ hugo }) => !hugo.draft)) {
      const page = readPage(file);
      const { title = '', params = {} } = file.hugo;
      if (!title.includes('$')) expect(page.text('h1'), file.id).toBe(collapse(title));
      const day = getStartDay(file) ?? '';
      const time = page.first('main time[datetime]');
      const shown = time && getAttribute(time, 'dateTime')?.slice(0, 10);
      if (day !== 'unknown') expect(shown, file.id).toBe(day);
      const tags = page.all('main a[href^="/talks/tags/"]').map(getText);
      for (const tag of (params['tags'] ?? []) as string[]) {
        expect(tags.map(normaliseTag), file.id).toContain(normaliseTag(tag));
      }
    }
  });

  test.each(calendarReaders)('are the same in the calendar as read by %s', (_, read) => {
    const shown = readShownDeliveries(site, 'Ada Example');
    const calendar = site.read('talks.ics');
    expect(shown.length).toBeGreaterThanOrEqual(minimum);
    expect(compareCalendar(shown, read(calendar))).toEqual([]);
    expect(compareClockTimes(shown, calendar)).toEqual([]);
  });

  test('have no failed formulas, no unreported shortcodes, and no requests to other hosts', () => {
    const unknown = [...site.output.matchAll(/the shortcode (\S+) is not supported/g)].map(
      ([, name]) => name,
    );
    for (const path of listPages(site.dist)) {
      const html = site.read(path);
      expect(html, path).not.toContain('katex-error');
      const page = parsePage(html);
      const loadingElements = page.all(
        '[src], [srcset], link[rel="stylesheet"], link[rel="preload"]',
      );
      const requested = loadingElements.flatMap((element) =>
        ['src', 'srcSet', 'href'].map((name) => getAttribute(element, name) ?? ''),
      );
      expect(
        requested.filter((address) => /^(https?:)?\/\//.test(address)),
        path,
      ).toEqual([]);
      page.all('pre').forEach((element) => (element.children = []));
      const text = page.all('main').map(getText).join();
      for (const [, name] of text.matchAll(/\{\{[<%]\s*\/?\s*([\w/-]+)/g)) {
        expect(unknown, path).toContain(name);
      }
    }
  });

  test('agree with their JSON-LD', () => {
    const pages = listPages(site.dist).map((path) => [path, parsePage(site.read(path))] as const);
    const withEvents = pages.filter(([, page]) => findEvents(page).length > 0);
    expect(withEvents.length).toBeGreaterThanOrEqual(minimum);
    for (const [path, page] of withEvents) {
      expect.soft(checkGraph(readGraph(page)), path).toEqual([]);
      expect.soft(compareWithPage(page), path).toEqual([]);
    }
  });

  test('are valid HTML', async () => {
    for (const file of listPages(site.dist)) {
      expect.soft(await validateHtml(site.read(file), file), file).toEqual([]);
    }
  });

  test('have no broken links, and load nothing from other hosts', () => {
    const links = readSiteLinks(site, '/', CORPUS_ORIGIN);
    expect(links.pages.size).toBeGreaterThan(3);
    expect(links.internal.length).toBeGreaterThan(20);
    expect(findAddressesWithoutBase(site, '/', CORPUS_ORIGIN)).toEqual([]);
    expect(links.broken.map(describeReference)).toEqual([]);
    expect(links.brokenAnchors.map(describeReference)).toEqual([]);
    const foreign = links.loaded.filter(({ url }) => url.origin !== CORPUS_ORIGIN);
    expect(foreign.map(describeReference)).toEqual([]);
  });
});

function collapse(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function normaliseTag(tag: string): string {
  return collapse(tag).toLowerCase();
}
