import type { Site } from '../../model/site/site.ts';
import type { Channel, FeedItem } from './feed.ts';

/** An item and its image: an absolute address. */
type ItemWithImage = FeedItem & { image?: string | undefined };

/**
 * Returns a JSON Feed 1.1 document (https://www.jsonfeed.org/version/1.1/).
 * @param self The address of the feed, site-relative.
 */
export function toJsonFeed(
  site: Site,
  channel: Channel,
  self: string,
  items: readonly ItemWithImage[],
): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: channel.title,
    home_page_url: site.absolute(channel.page),
    feed_url: site.absolute(self),
    description: channel.description,
    // Not "icon", which is a large square image.
    ...(site.icon && { favicon: site.absolute(site.icon) }),
    authors: [{ name: site.name, url: site.absolute(site.addresses.home) }],
    language: site.language,
    items: items.map((item) => toJsonItem(site, item)),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

function toJsonItem(site: Site, item: ItemWithImage) {
  const { url, title, html, summary, image, published, revised, authors, tags, slides } = item;
  return {
    id: url,
    url,
    title,
    content_html: html,
    summary,
    ...(image && { image }),
    ...(published !== undefined && { date_published: toRfc3339(published) }),
    ...(revised !== undefined && { date_modified: toRfc3339(revised) }),
    authors: authors.map((name) => ({ name })),
    ...(tags.length > 0 && { tags }),
    language: item.language ?? site.language,
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

/** Returns a date and time of RFC 3339. */
function toRfc3339(instant: number): string {
  return new Date(instant).toISOString();
}
