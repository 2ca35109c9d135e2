import { parseRssFeed } from 'feedsmith';

export interface FeedItem {
  title: string;
  link: string;
  guid: string;
  /** Milliseconds since 1970; `undefined` if the item has no date. */
  published: number | undefined;
  /** As HTML. */
  description: string;
  /** The full text, as HTML. */
  content: string;
  /** The description and the full text. */
  html: string;
  enclosures: { url: string; type: string; length: number }[];
}

/** Parses the items of an RSS feed with an independent parser, in document order. Throws if it is not RSS. */
export function parseRss(xml: string): FeedItem[] {
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
