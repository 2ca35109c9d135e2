import { parseRssFeed } from 'feedsmith';

export interface FeedItem {
  title: string;
  link: string;
  guid: string;
  /** Milliseconds; `undefined` when the item has no date. */
  published: number | undefined;
  /** As HTML. */
  description: string;
  /** The full text, as HTML. */
  content: string;
  /** Both of them. */
  html: string;
  enclosures: { url: string; type: string; length: number }[];
}

/** The items of an RSS feed in document order, by a reader that is not ours. Throws when it is no RSS. */
export function readRss(xml: string): FeedItem[] {
  const feed = parseRssFeed(xml);
  return (feed.items ?? []).map(({ description = '', content, ...item }) => ({
    title: item.title ?? '',
    link: item.link ?? '',
    guid: item.guid?.value ?? '',
    published: item.pubDate === undefined ? undefined : Date.parse(String(item.pubDate)),
    description,
    content: content?.encoded ?? '',
    html: `${description}${content?.encoded ?? ''}`,
    enclosures: (item.enclosures ?? []).map(({ url, type, length }) => ({
      url: url ?? '',
      type: type ?? '',
      length: Number(length),
    })),
  }));
}
