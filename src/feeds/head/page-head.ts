import type { Graph } from 'schema-dts';

/** The metadata of a page, for its `<head>`. All addresses are site-relative. */
export interface PageHead {
  /** The title of the page; the home page has none. */
  title?: string | undefined;
  /** Plain text of any length. Default: the description of the site. */
  description?: string | undefined;
  /** The Open Graph type. Default: `website`. */
  type?: 'website' | 'article' | 'profile' | undefined;
  /** The image of a shared link, 1200 by 630 pixels. Default: the image of the site. */
  image?: { href: string; alt: string } | undefined;
  /** When it was announced and last changed, in milliseconds since 1970. */
  published?: number | undefined;
  revised?: number | undefined;
  /** The page in terms of schema.org. */
  jsonLd?: Graph | undefined;
  /** The tags of a publication that Google Scholar reads. */
  citation?: readonly (readonly [name: string, content: string])[] | undefined;
  /** Feeds and other formats of this page, in addition to those of the site. */
  feeds?: readonly Alternate[] | undefined;
  /** The new address of this page, which browsers and search engines are redirected to. */
  movedTo?: string | undefined;
  /** Without a canonical address, and not for search engines. */
  hidden?: boolean | undefined;
}

/** Another format of a page, for `<link rel="alternate">`. */
export interface Alternate {
  title: string;
  href: string;
  /** Its media type. */
  type: string;
}

/**
 * Returns a language tag as a locale of Open Graph. Without a country in the tag, uses the country where
 * most of its speakers live: `en-GB` → `en_GB`, `de` → `de_DE`.
 */
export function toLocale(language: string): string {
  const { language: name, region } = new Intl.Locale(language).maximize();
  return region ? `${name}_${region}` : name;
}
