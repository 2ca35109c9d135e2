import { getRssString } from '@astrojs/rss';
import { parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { toRss } from '../../src/feeds/rss.ts';
import { createTextRenderer } from '../../src/markdown/render.ts';
import type { Talk } from '../../src/model/talk.ts';
import { readRss } from '../helpers/feed.ts';
import { parsePage, textOf } from '../helpers/html.ts';
import { makeSite } from '../helpers/site.ts';
import { makeTalk } from '../helpers/talk.ts';

const now = Date.parse('2024-06-01T12:00Z');
const site = makeSite({ base: '/sub' });
const talk = (slug: string, keys: Record<string, unknown>, more: Partial<Talk> = {}): Talk => ({
  ...makeTalk(keys, { slug }, { addresses: site.addresses }),
  ...more,
});

const xmlOf = (...talks: Talk[]) => getRssString(toRss(site, talks, now));
const itemsOf = async (...talks: Talk[]) => readRss(await xmlOf(...talks));

describe('the order of the feed', () => {
  it('begins with what was announced last, talks to come without a date above all', async () => {
    const items = await itemsOf(
      talk('over', { date: '2024-03-01' }),
      talk('announced', { date: '2024-09-01', publishDate: '2024-05-01T00:00Z' }),
      talk('next', { date: '2024-07-01' }),
      talk('later', { date: '2024-08-01' }),
      talk('old', { date: '2019-01-01', publishDate: '2019-01-01' }),
    );
    expect(items.map(({ link }) => link.split('/').at(-2))).toEqual([
      'later',
      'next',
      'announced',
      'over',
      'old',
    ]);
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
      talk('now-on', { date: '2024-06-01T11:30Z' }),
      talk('over', { date: '2024-06-01T10:00Z' }),
    );
    expect(items.map(({ published }) => published).filter((at) => at !== undefined)).toEqual([
      Date.parse('2024-06-01T10:00Z'),
    ]);
  });

  it('holds 25 talks at most, the newest', async () => {
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

describe('an item', () => {
  it('has the page as its link and its lasting name', async () => {
    const [item] = await itemsOf(talk('nyu', { title: 'A & B <c> $x^2$' }));
    expect(item).toMatchObject({
      title: 'A & B <c> x²',
      link: 'https://example.org/sub/talks/nyu/',
      guid: 'https://example.org/sub/talks/nyu/',
    });
  });

  it('says where and when, with the tags', async () => {
    const keys = { event: 'R&D Day', location: 'Hall 3', date: '2024-05-22T15:00', tags: ['a&b'] };
    const xml = await xmlOf(talk('nyu', keys));
    const [item] = parseRssFeed(xml).items ?? [];
    const said = 'R&D Day, Hall 3, 22 May 2024, 15:00, Vienna time';
    expect(textOf(parsePage(item?.content?.encoded ?? '').first('p')!)).toBe(said);
    expect(item?.categories?.map(({ name }) => name)).toEqual(['a&b']);
  });

  it('gives the abstract with absolute links and formulas once, as text', async () => {
    const renderer = await createTextRenderer('/sub');
    const written =
      'In $\\mathbb{R}^n$, see [one](/files/a.pdf), [two](b.pdf), ![c](/c.png) and\n\n$$\na \\le b\n$$\n\n' +
      '- $\\int_0^\\infty f$\n- <span style="color: red" class="x">red</span>';
    const { html } = await renderer.block(written, { math: true });
    const [item] = await itemsOf(talk('nyu', {}, { abstract: { html, text: '' } }));
    const page = parsePage(item?.html ?? '');
    const words = textOf(page.first('body')!);
    for (const formula of ['ℝⁿ', 'a ≤ b', '\\int_0^\\infty f']) {
      expect(words.split(formula), formula).toHaveLength(2);
    }
    expect(page.all('math, annotation, [class], [style]')).toEqual([]);
    expect(
      page.all('a, img').map(({ properties }) => properties['href'] ?? properties['src']),
    ).toEqual([
      'https://example.org/sub/files/a.pdf',
      'https://example.org/sub/talks/nyu/b.pdf',
      'https://example.org/sub/c.png',
    ]);
  });

  it.each([
    ['talk.pdf', 'application/pdf'],
    ['talk.PPTX?v=2', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    ['talk.unknown', 'application/octet-stream'],
  ])('carries its slides %s as a file', async (name, type) => {
    const href = `/sub/files/${name}`;
    const links: Talk['links'] = [
      { kind: 'slides', label: 'Slides', href: 'https://example.net/s' },
      { kind: 'slides', label: 'example.org', href, file: { href, bytes: 1234 } },
      { kind: 'pdf', label: 'PDF', href: '/sub/p.pdf', file: { href: '/sub/p.pdf', bytes: 5 } },
    ];
    const [item] = await itemsOf(talk('nyu', {}, { links }));
    expect(item?.enclosures).toEqual([{ url: `https://example.org${href}`, type, length: 1234 }]);
  });

  it('carries no slides that are elsewhere', async () => {
    const [item] = await itemsOf(talk('nyu', { url_slides: 'https://example.net/s.pdf' }));
    expect(item?.enclosures).toEqual([]);
  });
});

describe('the channel', () => {
  it('says whose it is, in which language and where it is found', async () => {
    const feed = parseRssFeed(await xmlOf());
    expect(feed).toMatchObject({
      title: 'Ada Example: talks',
      link: 'https://example.org/sub/',
      language: 'en-gb',
      atom: { links: [{ href: 'https://example.org/sub/rss.xml', rel: 'self' }] },
    });
    expect(feed.items ?? []).toEqual([]);
  });

  it('is XML whatever stands in a talk', async () => {
    const text = 'a ]]> <b> & " \' \u0007\u000B\uFFFE\uD800 😀';
    const rich = { html: `<p>${text}</p>`, text };
    const texts = { title: rich, summary: rich, abstract: rich, event: { name: rich } };
    const xml = await xmlOf(talk('nyu', { tags: [text] }, texts));
    const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|&(?!\w+;|#\w+;)/;
    expect(forbidden.exec(xml)).toBeNull();
    expect(xml.isWellFormed()).toBe(true);
    expect(readRss(xml)[0]?.title).toContain('<b> & "');
  });
});
