import { getRssString, type RSSFeedItem } from '@astrojs/rss';
import type { Site } from '../../model/site/site.ts';
import type { Channel } from './feed-channel.ts';
import type { FeedItem } from './feed-item.ts';
import { escapeXml, xmlText } from './feed-xhtml.ts';

/**
 * An RSS 2.0 document after the Best Practices Profile of the RSS Advisory Board.
 * @param self The address of the feed, site-relative.
 */
export async function toRss(
  site: Site,
  channel: Channel,
  self: string,
  items: readonly FeedItem[],
): Promise<string> {
  const changed = lastChange(items);
  const xml = await getRssString({
    title: xmlText(channel.title),
    description: escapeXml(channel.description),
    site: site.absolute(channel.page),
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: [
      `<language>${site.language.toLowerCase()}</language>`,
      changed === undefined ? '' : `<lastBuildDate>${toDate(changed)}</lastBuildDate>`,
      `<atom:link href="${site.absolute(self)}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: items.map(toItem),
  });
  return withNumericReferences(xml);
}

function toItem(item: FeedItem): RSSFeedItem {
  const [slides] = item.slides;
  return {
    title: xmlText(item.title),
    link: item.url,
    // The one element that readers take for HTML (profile, 3.1).
    description: escapeXml(item.summary),
    content: item.html,
    categories: item.tags.map(xmlText),
    customData: item.authors.map((name) => `<dc:creator>${escapeXml(name)}</dc:creator>`).join(''),
    ...(item.published !== undefined && { pubDate: new Date(item.published) }),
    ...(slides && { enclosure: { url: slides.url, type: slides.type, length: slides.bytes } }),
  };
}

/** The latest date in the feed; none while a talk is in it of which nobody knows when it came. */
function lastChange(items: readonly FeedItem[]): number | undefined {
  const dates = items.map(({ published = Infinity, revised = 0 }) => Math.max(published, revised));
  const last = Math.max(...dates);
  return Number.isFinite(last) ? last : undefined;
}

function toDate(instant: number): string {
  return new Date(instant).toUTCString();
}

/** To some readers a named reference in a title is the start of markup (profile, 3.1). */
function withNumericReferences(xml: string): string {
  const references: Record<string, string> = { amp: '26', lt: '3C', gt: '3E' };
  return xml.replace(/&(amp|lt|gt);/g, (_, name: string) => `&#x${references[name]};`);
}
