import { parseRssFeed } from 'feedsmith';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Talk } from '../../../src/model/talk/talk.ts';
import { makeFeeds } from '../../helpers/make/feeds.ts';
import { checkRss } from '../../helpers/read/rss-profile.ts';
import { parseRss } from '../../helpers/read/rss.ts';
import { parsePage, getText } from '../../helpers/read/html.ts';
import { makeSite } from '../../helpers/make/site.ts';
import { makeTalk } from '../../helpers/make/talk.ts';

const now = Date.parse('2024-06-01T12:00Z');
const site = makeSite({ base: '/sub' });
const talk = (slug: string, keys: Record<string, unknown>, more: Partial<Talk> = {}): Talk => ({
  ...makeTalk(keys, { slug }, { addresses: site.addresses }),
  ...more,
});

const xmlAt = (at: number, ...talks: Talk[]) => makeFeeds(site, talks, at).rss();
const xmlOf = (...talks: Talk[]) => xmlAt(now, ...talks);
const itemsOf = async (...talks: Talk[]) => parseRss(await xmlOf(...talks));
const parseItems = (xml: string) => xml.match(/<item>.*?<\/item>/gs) ?? [];
const slugsOf = (items: { link: string }[]) => items.map(({ link }) => link.split('/').at(-2));

describe('the order of the feed', () => {
  it('starts with upcoming talks without a date, then the last announced', async () => {
    const items = await itemsOf(
      talk('over', { date: '2024-03-01' }),
      talk('announced', { date: '2024-09-01', publishDate: '2024-05-01T00:00Z' }),
      talk('next', { date: '2024-07-01' }),
      talk('later', { date: '2024-08-01' }),
      talk('old', { date: '2019-01-01', publishDate: '2019-01-01' }),
    );
    expect(slugsOf(items)).toEqual(['later', 'next', 'announced', 'over', 'old']);
    expect(items.map(({ published }) => published !== undefined)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
    expect(items[2]?.published).toBe(Date.UTC(2024, 4, 1));
  });

  it('has no date in the future', async () => {
    const items = await itemsOf(
      talk('coming', { date: '2030-01-01' }),
      talk('announced-later', { date: '2024-01-01', publishDate: '2030-01-01' }),
      talk('today', { date: '2024-06-01T12:01Z' }),
      talk('over', { date: '2024-06-01T10:00Z' }),
    );
    expect(items.map(({ published }) => published).filter((at) => at !== undefined)).toEqual([
      Date.parse('2024-06-01T10:00Z'),
    ]);
  });

  it('has the newest talks, at most 25', async () => {
    const talks = Array.from({ length: 40 }, (_, i) =>
      talk(`t${i}`, { date: `${1980 + i}-01-01` }),
    );
    const items = await itemsOf(...talks);
    expect(items).toHaveLength(25);
    expect(items.at(0)?.link).toContain('/t39/');
    expect(items.at(-1)?.link).toContain('/t15/');
  });

  it('is the same for the same talks in any order', async () => {
    const talks = ['c', 'a', 'b'].map((slug) => talk(slug, { date: '2024-01-01' }));
    expect(await xmlOf(...talks)).toBe(await xmlOf(...talks.toReversed()));
  });
});

describe('a new talk', () => {
  const series = Array.from({ length: 30 }, (_, i) =>
    talk(`t${i}`, { title: `T${i}`, date: `2024-05-${String(i + 1).padStart(2, '0')}` }),
  );

  it.each([
    ['announced today', { date: '2024-09-01', publishDate: '2024-06-01T08:00Z' }],
    ['to come', { date: '2024-09-01' }],
    ['held today', { date: '2024-06-01T09:00' }],
  ])(
    '%s is the first item, and nothing else changes but that the last one goes',
    async (_, keys) => {
      const before = parseItems(await xmlOf(...series));
      const after = parseItems(await xmlOf(...series, talk('new', { title: 'New', ...keys })));
      expect(after[0]).toContain('<title>New</title>');
      expect(after.slice(1)).toEqual(before.slice(0, 24));
    },
  );

  it('gets a date on its day, and does not change otherwise', async () => {
    const keys = { title: 'New', date: '2024-06-03T15:00', date_end: '2024-06-03T16:00' };
    const withNew = [...series, talk('new', keys)];
    const later = Date.parse('2024-06-04T12:00Z');
    const [before, ...others] = parseItems(await xmlOf(...withNew));
    const [after, ...othersLater] = parseItems(await xmlAt(later, ...withNew));
    expect(after?.replace(/<pubDate>.*?<\/pubDate>/, '')).toBe(before);
    expect(after).toContain('<pubDate>Mon, 03 Jun 2024 13:00:00 GMT</pubDate>');
    expect(othersLater).toEqual(others);
  });

  it('with several deliveries is one item, which a further delivery does not move', async () => {
    const held = [{ event: 'One', date: '2024-05-10' }];
    const again = [...held, { event: 'Two', date: '2024-07-01' }];
    const single = await itemsOf(...series.slice(0, 20), talk('t', { deliveries: held }));
    const twice = await itemsOf(...series.slice(0, 20), talk('t', { deliveries: again }));
    expect(slugsOf(twice)).toEqual(slugsOf(single));
  });
});

describe('an item', () => {
  it('has the page as its link and guid', async () => {
    const [item] = await itemsOf(talk('nyu', { title: 'A & B <c> $x^2$' }));
    expect(item).toMatchObject({
      title: 'A & B <c> x²',
      link: 'https://example.org/sub/talks/nyu/',
      guid: 'https://example.org/sub/talks/nyu/',
    });
  });

  it('has speakers, place, time and tags', async () => {
    const keys = { event: 'R&D Day', location: 'Hall 3', date: '2024-05-22T15:00', tags: ['a&b'] };
    const xml = await xmlOf(talk('nyu', { ...keys, authors: ['me', 'Bo & Co'] }));
    const [item] = parseRssFeed(xml).items ?? [];
    const said = 'R&D Day, Hall 3, 22 May 2024, 15:00, Vienna time';
    expect(getText(parsePage(item?.content?.encoded ?? '').first('p')!)).toBe(said);
    expect(item?.categories?.map(({ name }) => name)).toEqual(['a&b']);
    expect(item?.dc?.creators).toEqual(['Ada Example', 'Bo & Co']);
  });

  it('lists each delivery with its status', async () => {
    const deliveries = [
      {
        event: 'Alpha',
        event_url: 'https://alpha.example/',
        date: '2024-01-01',
        url_slides: 'https://s.example/1',
      },
      { event: 'Beta', date: '2024-02-01', status: 'cancelled' },
      {
        event: 'Gamma',
        date: '2024-03-01T10:00',
        online: 'https://join.example/',
        status: 'postponed',
        note: 'In *French*',
      },
    ];
    const [item] = await itemsOf(talk('nyu', { summary: 'S', deliveries }));
    const lines = parsePage(item?.content ?? '').all('li');
    expect(lines.map(getText)).toEqual([
      'Alpha, 1 January 2024 (Slides)',
      'Cancelled: Beta, 1 February 2024',
      'Postponed: Gamma, online, 1 March 2024, 10:00, Vienna time (Join)In French',
    ]);
    expect(
      parsePage(item?.content ?? '')
        .all('a')
        .map(({ properties }) => properties['href']),
    ).toEqual(['https://alpha.example/', 'https://s.example/1', 'https://join.example/']);
  });

  it('has a description that is valid as plain text and as HTML', async () => {
    const [item] = await itemsOf(talk('nyu', { summary: 'If $x<y$ & `a <b>`, then *so*' }));
    expect(item?.description).toBe('If x&lt;y &amp; a &lt;b&gt;, then so');
  });

  it('contains the abstract and the body', async () => {
    const abstract = { html: '<p>The abstract.</p>', text: 'The abstract.' };
    const talks = [talk('nyu', { summary: 'Short.' }, { abstract })];
    const xml = await makeFeeds(site, talks, now, { nyu: '<h2 id="x">More</h2>' }).rss();
    const [item] = parseRss(xml);
    expect(item?.description).toBe('Short.');
    expect(item?.content).toContain('<p>The abstract.</p>\n<h2>More</h2>');
  });

  it.each([
    ['talk.pdf', 'application/pdf'],
    ['talk.PPTX?v=2', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    ['talk.unknown', 'application/octet-stream'],
  ])('has the slides %s as an enclosure', async (name, type) => {
    const href = `/sub/files/${name}`;
    const links: Talk['links'] = [
      { kind: 'slides', label: 'Slides', href: 'https://example.net/s' },
      { kind: 'slides', label: 'example.org', href, file: { href, bytes: 1234 } },
      { kind: 'pdf', label: 'PDF', href: '/sub/p.pdf', file: { href: '/sub/p.pdf', bytes: 5 } },
    ];
    const [item] = await itemsOf(talk('nyu', {}, { links }));
    expect(item?.enclosures).toEqual([{ url: `https://example.org${href}`, type, length: 1234 }]);
  });

  it('has no enclosure for slides on another site', async () => {
    const [item] = await itemsOf(talk('nyu', { url_slides: 'https://example.net/s.pdf' }));
    expect(item?.enclosures).toEqual([]);
  });
});

describe('the channel', () => {
  it('has the owner, the language and the address', async () => {
    const feed = parseRssFeed(await xmlOf());
    expect(feed).toMatchObject({
      title: 'Ada Example: talks',
      link: 'https://example.org/sub/',
      language: 'en-gb',
      atom: { links: [{ href: 'https://example.org/sub/rss.xml', rel: 'self' }] },
    });
    expect(feed.items ?? []).toEqual([]);
  });

  it('has the date of the last change, if it is known', async () => {
    const known = [
      talk('a', { date: '2024-01-01' }),
      talk('b', { date: '2023-01-01', lastmod: '2024-02-01T00:00Z' }),
    ];
    const coming = talk('c', { date: '2025-01-01' });
    expect(parseRssFeed(await xmlOf(...known)).lastBuildDate).toBe('Thu, 01 Feb 2024 00:00:00 GMT');
    expect(parseRssFeed(await xmlOf(...known, coming)).lastBuildDate).toBeUndefined();
  });

  it('omits private talks', async () => {
    expect(await itemsOf(talk('a', { private: true }))).toEqual([]);
  });

  it('follows the RSS profile for any talk', async () => {
    const anyText = fc.string({ unit: 'binary', minLength: 1 });
    const pieces = fc.constantFrom(
      '<b>',
      ']]>',
      '&amp;',
      '"',
      "'",
      '\u0000',
      '\uD800',
      '<p>',
      '$x$',
    );
    const text = fc.oneof(
      anyText,
      pieces,
      fc.tuple(pieces, anyText).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(text, text, text, async (one, two, three) => {
        const rich = {
          html: `<p>${one}<img src="${two}"><a href='${three}'>x</a></p>`,
          text: `t${one}`,
        };
        const delivery = talk('x', { event: 'E' }).deliveries[0]!;
        const deliveries = [{ ...delivery, event: { name: rich, href: three } }, delivery];
        const texts = { title: rich, summary: rich, abstract: rich, deliveries };
        const odd = talk('nyu', { tags: [`t${two}`], authors: [`a${three}`] }, texts);
        const xml = await makeFeeds(site, [odd], now, { nyu: three }).rss();
        expect(checkRss(xml)).toEqual([]);
        expect(parseRss(xml)).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });
});
