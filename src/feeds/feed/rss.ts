import { getRssString, type RSSFeedItem } from '@astrojs/rss';
import type { Site } from '../../model/site/site.ts';
import { escapeXml, toXmlText } from '../text/xhtml.ts';
import type { Channel, FeedItem } from './feed.ts';

/**
 * Returns an RSS 2.0 document that follows the Best Practices Profile of the RSS Advisory Board.
 * @param self The address of the feed, site-relative.
 */
export async function toRss(
  site: Site,
  channel: Channel,
  self: string,
  items: readonly FeedItem[],
): Promise<string> {
  const lastChange = findLastChange(items);
  const xml = await getRssString({
    title: toXmlText(channel.title),
    description: escapeXml(channel.description),
    site: site.absolute(channel.page),
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: [
      `<language>${site.language.toLowerCase()}</language>`,
      lastChange === undefined ? '' : `<lastBuildDate>${toRfc822(lastChange)}</lastBuildDate>`,
      `<atom:link href="${site.absolute(self)}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: items.map(toRssItem),
  });
  return toNumericReferences(xml);
}

function toRssItem(item: FeedItem): RSSFeedItem {
  const [slides] = item.slides;
  return {
    title: toXmlText(item.title),
    link: item.url,
    // The only element that readers parse as HTML (profile, 3.1).
    description: escapeXml(item.summary),
    content: item.html,
    categories: item.tags.map(toXmlText),
    customData: item.authors.map((name) => `<dc:creator>${escapeXml(name)}</dc:creator>`).join(''),
    ...(item.published !== undefined && { pubDate: new Date(item.published) }),
    ...(slides && { enclosure: { url: slides.url, type: slides.type, length: slides.bytes } }),
  };
}

/** Returns the latest date in the feed, or undefined if an item has no date of publication. */
function findLastChange(items: readonly FeedItem[]): number | undefined {
  const dates = items.map(({ published = Infinity, revised = 0 }) => Math.max(published, revised));
  const last = Math.max(...dates);
  return Number.isFinite(last) ? last : undefined;
}

/** Returns a date and time of RFC 822. */
function toRfc822(instant: number): string {
  return new Date(instant).toUTCString();
}

/** Some readers parse a named reference in a title as the start of markup (profile, 3.1). */
function toNumericReferences(xml: string): string {
  const references: Record<string, string> = { amp: '26', lt: '3C', gt: '3E' };
  return xml.replace(/&(amp|lt|gt);/g, (_, name: string) => `&#x${references[name]};`);
}
