import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { NOW, type BuiltSite } from '../helpers/build/build-site.ts';
import { listPages } from '../helpers/read/dist.ts';
import { parseRss, type FeedItem } from '../helpers/read/rss.ts';
import { getAttribute, parsePage } from '../helpers/read/html.ts';
import { slides } from '../helpers/sites/publishing.ts';
import { buildLaterTalksSite, buildTalksOnlySite } from '../helpers/sites/talks.ts';

let site: BuiltSite;
let laterSite: BuiltSite;
let items: FeedItem[];

beforeAll(async () => {
  [site, laterSite] = await Promise.all([buildTalksOnlySite(), buildLaterTalksSite()]);
  items = parseRss(site.read('rss.xml'));
});

const findTalk = (built: BuiltSite, slug: string) => {
  const link = parsePage(built.read('talks/index.html')).first(`a[href="/talks/${slug}/"]`);
  const page = existsSync(join(built.dist, 'talks', slug, 'index.html'));
  return { listed: link !== undefined, page };
};
const isInFeed = (built: BuiltSite, slug: string) =>
  built.read('rss.xml').includes(`/talks/${slug}/`);

describe('publishing', () => {
  test.each(['draft', 'held-back'])('leaves out the talk %s', (slug) => {
    expect(site.code, site.output).toBe(0);
    expect(findTalk(site, slug)).toEqual({ listed: false, page: false });
    expect(isInFeed(site, slug)).toBe(false);
    for (const page of listPages(site.dist)) expect(site.read(page)).not.toContain(`/${slug}/`);
  });

  test.each(['announced', 'announced-early'])('includes the upcoming talk %s', (slug) => {
    expect(findTalk(site, slug)).toEqual({ listed: true, page: true });
    expect(isInFeed(site, slug)).toBe(true);
  });

  test('includes a talk from its publishDate on', () => {
    expect(findTalk(laterSite, 'held-back')).toEqual({ listed: true, page: true });
    expect(findTalk(laterSite, 'draft')).toEqual({ listed: false, page: false });
  });
});

describe('the feed', () => {
  test('has at most 25 items, the newest published first', () => {
    expect(items).toHaveLength(25);
    const published = items.flatMap((item) => item.published ?? []);
    expect(published.length).toBeGreaterThan(20);
    expect(published).toEqual([...published].sort((a, b) => b - a));
  });

  test('has no item dated in the future', () => {
    expect(items).toHaveLength(25);
    for (const { title, published } of items) {
      expect(published ?? 0, title).toBeLessThanOrEqual(NOW.getTime());
    }
  });

  test('dates an announced talk by its publishDate', () => {
    const early = items.find(({ title }) => title === 'Announced early');
    expect(early?.published).toBe(Date.parse('2025-12-01T00:00:00Z'));
  });

  test('has absolute links only', () => {
    let count = 0;
    for (const { link, html } of items) {
      expect(link).toMatch(/^https:\/\/ada\.example\/talks\/[\w-]+\/$/);
      const addresses = parsePage(html).all('[href], [src]');
      for (const element of addresses) {
        const address = getAttribute(element, 'href') ?? getAttribute(element, 'src') ?? '';
        expect(address, link).toMatch(/^(https?|mailto):/);
        count += 1;
      }
    }
    expect(count).toBe(3);
  });

  test('keeps the guid of a talk from build to build', () => {
    const guids = new Map(items.map(({ link, guid }) => [link, guid]));
    expect(new Set(guids.values()).size).toBe(25);
    const keptItems = parseRss(laterSite.read('rss.xml')).filter(({ link }) => guids.has(link));
    expect(keptItems.length).toBeGreaterThan(20);
    for (const { link, guid } of keptItems) expect(guid).toBe(guids.get(link));
  });

  test('encloses slides that the site serves itself', () => {
    const enclosures = items.flatMap((item) => item.enclosures);
    expect(enclosures).toEqual([
      {
        url: 'https://ada.example/files/slides.pdf',
        type: 'application/pdf',
        length: slides.length,
      },
    ]);
  });

  test('is linked from every page', () => {
    for (const page of listPages(site.dist)) {
      const link = parsePage(site.read(page)).first(
        'head link[rel="alternate"][type="application/rss+xml"]',
      );
      const href = (link && getAttribute(link, 'href')) ?? '';
      expect(new URL(href, 'https://ada.example').href, page).toBe('https://ada.example/rss.xml');
    }
  });
});
