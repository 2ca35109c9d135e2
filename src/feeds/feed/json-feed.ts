import type { Site } from '../../model/site/site.ts';
import type { Channel } from './feed-channel.ts';
import type { FeedItem } from './feed-item.ts';

/** An item with its picture: an absolute address. */
export type PicturedItem = FeedItem & { picture?: string | undefined };

/**
 * A JSON Feed 1.1 document (https://www.jsonfeed.org/version/1.1/).
 * @param self The address of the feed, site-relative.
 */
export function toJsonFeed(
  site: Site,
  channel: Channel,
  self: string,
  items: readonly PicturedItem[],
): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: channel.title,
    home_page_url: site.absolute(channel.page),
    feed_url: site.absolute(self),
    description: channel.description,
    // The small one: "icon" would be a large square picture.
    ...(site.icon && { favicon: site.absolute(site.icon) }),
    authors: [{ name: site.name, url: site.absolute(site.addresses.home) }],
    language: site.language,
    items: items.map((item) => toItem(site, item)),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

function toItem(site: Site, item: PicturedItem) {
  const { url, title, html, summary, picture, published, revised, authors, tags, slides } = item;
  return {
    id: url,
    url,
    title,
    content_html: html,
    summary,
    ...(picture && { image: picture }),
    ...(published !== undefined && { date_published: toDate(published) }),
    ...(revised !== undefined && { date_modified: toDate(revised) }),
    authors: authors.map((name) => ({ name })),
    ...(tags.length > 0 && { tags }),
    language: site.language,
    ...(slides.length > 0 && {
      attachments: slides.map((file) => ({
        url: file.url,
        mime_type: file.type,
        title: `Slides: ${title}`,
        size_in_bytes: file.bytes,
      })),
    }),
  };
}

/** RFC 3339. */
function toDate(instant: number): string {
  return new Date(instant).toISOString();
}
