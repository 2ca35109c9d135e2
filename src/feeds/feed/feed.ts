import type { PageLink } from '../../model/page/link.ts';
import { escapeHtml } from '../../model/page/page-texts.ts';
import { toSectionNoun, toSectionTitle } from '../../model/site/section-titles.ts';
import type { Site } from '../../model/site/site.ts';
import type { Tag } from '../../model/page/tags.ts';
import { escapeXml } from '../text/xhtml.ts';

/** The number of items in a feed, the newest. */
export const maxItems = 25;

/** The subject of a feed. */
export interface Channel {
  title: string;
  description: string;
  /** The page with the same content, site-relative. */
  page: string;
}

/** A page in a feed of any format. Addresses are absolute; texts are plain, except `html`. */
export interface FeedItem {
  url: string;
  title: string;
  /** The author's summary, or the start of the text, or when and where a talk is given. */
  summary: string;
  /** The content of the page, in well-formed XHTML. */
  html: string;
  /** A BCP 47 tag, if it is not the language of the site. */
  language?: string;
  authors: string[];
  tags: string[];
  /** Slides that are files of the site. */
  slides: FeedFile[];
  /** Milliseconds since 1970. */
  published?: number;
  revised?: number;
}

/** A file that a reader may download with an item. */
export interface FeedFile {
  url: string;
  type: string;
  bytes: number;
}

/** Returns the channel of all talks. */
export function toSiteChannel({ feed, addresses }: Site): Channel {
  return { ...feed, page: addresses.home };
}

/** Returns the channel of a section, such as `posts`. */
export function toSectionChannel(site: Site, section: string): Channel {
  const { name, addresses } = site;
  return {
    title: `${name}: ${toSectionNoun(site, section)}`,
    description: `${toSectionTitle(site, section)} by ${name}.`,
    page: addresses.section(section),
  };
}

/** Returns the channel of the talks with a tag. */
export function toTagChannel({ name, feed }: Site, tag: Tag): Channel {
  return {
    title: `${feed.title}: ${tag.name}`,
    description: `Talks by ${name} on ${tag.name}.`,
    page: tag.href,
  };
}

/** Returns the HTML of links in one line. */
export function toHtmlLinks(links: readonly PageLink[]): string {
  return links.map(({ href, label }) => toHtmlLink(href, escapeHtml(label))).join(' · ');
}

/** Returns a link with the given content. */
export function toHtmlLink(href: string, html: string): string {
  return `<a href="${escapeXml(href)}">${html}</a>`;
}
