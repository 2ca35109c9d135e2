import type { Site } from '../../model/site/site.ts';
import type { Tag } from '../../model/tag.ts';

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

/** All pages of a section: `posts`. */
export function sectionChannel({ name, addresses }: Site, section: string): Channel {
  const noun = section.charAt(0).toUpperCase() + section.slice(1);
  return {
    title: `${name}: ${section}`,
    description: `${noun} by ${name}.`,
    page: addresses.section(section),
  };
}

/** The talks with a tag. */
export function tagChannel({ name, feed }: Site, tag: Tag): Channel {
  return {
    title: `${feed.title}: ${tag.name}`,
    description: `Talks by ${name} on ${tag.name}.`,
    page: tag.href,
  };
}
