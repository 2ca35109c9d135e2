import { parseRssFeed } from 'feedsmith';

export interface FeedItem {
  title: string;
  link: string;
  guid: string;
  /** Milliseconds; `undefined` when the item has no date. */
  published: number | undefined;
  /** The description and the full text, as HTML. */
  html: string;
  enclosures: { url: string; type: string; length: number }[];
}

/** The items of an RSS feed in document order. Throws when it is no RSS. */
export function readRss(xml: string): FeedItem[] {
  const feed = parseRssFeed(xml);
  return (feed.items ?? []).map((item) => ({
    title: item.title ?? '',
    link: item.link ?? '',
    guid: item.guid?.value ?? '',
    published: item.pubDate === undefined ? undefined : Date.parse(String(item.pubDate)),
    html: `${item.description ?? ''}${item.content?.encoded ?? ''}`,
    enclosures: (item.enclosures ?? []).map(({ url, type, length }) => ({
      url: url ?? '',
      type: type ?? '',
      length: Number(length),
    })),
  }));
}
