import type { Graph } from 'schema-dts';

/** What a page says of itself in its head. All addresses are site-relative. */
export interface PageHead {
  /** The page's own name; the home page has none. */
  title?: string | undefined;
  /** Plain text of any length; the site's when it is left out. */
  description?: string | undefined;
  /** What it is in the words of Open Graph. Default: a website. */
  type?: 'website' | 'article' | 'profile' | undefined;
  /** What a shared link shows, 1200 by 630 pixels. Default: the picture of the site. */
  picture?: { href: string; alt: string } | undefined;
  /** When it was announced and last changed, in milliseconds since 1970. */
  published?: number | undefined;
  revised?: number | undefined;
  /** The same page for machines, in the words of schema.org. */
  jsonLd?: Graph | undefined;
  /** A publication, in the tags that Google Scholar reads. */
  citation?: readonly (readonly [name: string, content: string])[] | undefined;
  /** Feeds and other forms of this page, besides those of the site. */
  feeds?: readonly Alternate[] | undefined;
  /** Where this page is now: browsers go there at once, and search engines note it. */
  movedTo?: string | undefined;
  /** Not a page to be found: without an address of its own, and not for search engines. */
  hidden?: boolean | undefined;
}

/** Another form of a page, for `<link rel="alternate">`. */
export interface Alternate {
  title: string;
  href: string;
  /** Its media type. */
  type: string;
}
