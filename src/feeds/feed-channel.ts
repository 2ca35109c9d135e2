import type { Site } from '../model/site.ts';
import type { Tag } from '../model/tag.ts';

/** What a feed is about. */
export interface Channel {
  title: string;
  description: string;
  /** The page that it follows, site-relative. */
  page: string;
}

/** All talks of the site. */
export function siteChannel({ feed, addresses }: Site): Channel {
  return { ...feed, page: addresses.home };
}

/** The talks with a tag. */
export function tagChannel({ name, feed }: Site, tag: Tag): Channel {
  return {
    title: `${feed.title}: ${tag.name}`,
    description: `Talks by ${name} on ${tag.name}.`,
    page: tag.href,
  };
}
