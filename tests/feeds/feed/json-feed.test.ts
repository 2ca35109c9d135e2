import { describe, expect, it } from 'vitest';
import { toSiteChannel } from '../../../src/feeds/feed/feed.ts';
import { toJsonFeed } from '../../../src/feeds/feed/json-feed.ts';
import type { Talk } from '../../../src/model/talk/talk.ts';
import { checkJsonFeed, readJsonFeed } from '../../helpers/read/json-feed.ts';
import { makeFeeds } from '../../helpers/make/feeds.ts';
import { parseRss } from '../../helpers/read/rss.ts';
import { makeSite } from '../../helpers/make/site.ts';
import { createFileFinder, makeTalk } from '../../helpers/make/talk.ts';

const now = Date.parse('2024-06-01T12:00Z');
const site = makeSite({ base: '/sub', icon: '/icon.png' });
const talks: Talk[] = [
  {
    slug: 'past',
    title: '$x^2$',
    date: '2024-05-22T15:00',
    tags: ['A', 'B'],
    lastmod: '2024-05-23',
  },
  {
    slug: 'coming',
    title: 'Coming',
    date: '2024-07-01',
    authors: ['me', 'Bo'],
    url_slides: 's.pdf',
  },
  { slug: 'hidden', title: 'Hidden', date: '2024-05-01', private: true },
].map(({ slug, ...keys }) =>
  makeTalk(keys, { slug, findFile: createFileFinder('s.pdf') }, { addresses: site.addresses }),
);
const feeds = makeFeeds(site, talks, now);
const feed = readJsonFeed(feeds.json());

describe('the JSON Feed', () => {
  it('follows the specification', () => {
    expect(checkJsonFeed(feeds.json())).toEqual([]);
    expect(checkJsonFeed(makeFeeds(site, [], now).json())).toEqual([]);
  });

  it('has the author and addresses', () => {
    expect(feed).toMatchObject({
      title: 'Ada Example: talks',
      home_page_url: 'https://example.org/sub/',
      feed_url: 'https://example.org/sub/feed.json',
      favicon: 'https://example.org/sub/icon.png',
      language: 'en-GB',
      authors: [{ name: 'Ada Example', url: 'https://example.org/sub/' }],
    });
  });

  it('has the same talks in the same order as RSS, with the same texts', async () => {
    const rss = parseRss(await feeds.rss());
    expect(feed.items.map(({ title, url, id }) => [title, url, id])).toEqual(
      rss.map(({ title, link, guid }) => [title, link, guid]),
    );
    expect(feed.items.map(({ content_html }) => content_html)).toEqual(
      rss.map(({ content }) => content),
    );
    expect(feed.items.map(({ title }) => title)).toEqual(['Coming', 'x²']);
  });

  it('has items with dates, authors and tags', () => {
    const [coming, past] = feed.items;
    expect(past).toMatchObject({
      date_published: '2024-05-22T13:00:00.000Z',
      date_modified: '2024-05-23T12:00:00.000Z',
      authors: [{ name: 'Ada Example' }],
      tags: ['A', 'B'],
      language: 'en-GB',
    });
    expect(coming).not.toHaveProperty('date_published');
    expect(coming?.authors).toEqual([{ name: 'Ada Example' }, { name: 'Bo' }]);
  });

  it('attaches slides that are files of the site', () => {
    expect(feed.items[0]?.attachments).toEqual([
      {
        url: 'https://example.org/s.pdf',
        mime_type: 'application/pdf',
        title: 'Slides: Coming',
        size_in_bytes: 7,
      },
    ]);
  });

  it('has the image of a talk', () => {
    const item = {
      ...{ url: 'https://example.org/a', title: 'A', summary: 'S', html: '<p>x</p>' },
      ...{ authors: ['A'], tags: [], slides: [], image: 'https://example.org/p.webp' },
    };
    const json = toJsonFeed(site, toSiteChannel(site), '/feed.json', [item]);
    expect(checkJsonFeed(json)).toEqual([]);
    expect(readJsonFeed(json).items[0]?.image).toBe('https://example.org/p.webp');
  });
});
