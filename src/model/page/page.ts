import type { WallTime } from '../../schema/date-text.ts';
import type { AuthorNames } from './author.ts';
import type { FindDeck } from './page-links.ts';
import { declaredReferences, type Reference, type ReferringPage } from './references.ts';
import { toPageImage, type ImageFile, type PageImage } from './image.ts';
import type { RichText, RenderedTexts } from './page-texts.ts';
import { toInstant, type TimeSettings } from './when.ts';
import type { Addresses } from './addresses.ts';

/** What every page has, whatever its section. */
export interface Page {
  slug: string;
  href: string;
  title: RichText;
  subtitle?: RichText;
  summary?: RichText;
  abstract?: RichText;
  picture?: PageImage;
  featured: boolean;
  draft: boolean;
  /** Not to be seen before this instant. */
  hiddenUntil?: number;
  /** Not to be seen from this instant on. */
  hiddenFrom?: number;
  /** For those who know its address: not in feeds, not for search engines. */
  private: boolean;
  /** Old addresses, site-relative, that lead here. */
  aliases: string[];
  hasBody: boolean;
  /** By which other pages may name it, besides its slug: its file, a BibTeX key, a DOI. */
  knownAs: readonly string[];
  /** The pages that it names, there or not. */
  mentions: readonly Reference[];
  /** A formula stands in something of it. */
  hasMath: boolean;
  /** A video stands in its texts. */
  hasPlayer: boolean;
}

/** What reading made of a page. */
export interface PageSource {
  slug: string;
  knownAs?: readonly string[] | undefined;
  frontMatter: ReferringPage & {
    image?: NonNullable<Parameters<typeof toPageImage>[0]['frontMatter']['image']> | undefined;
    featured?: boolean | undefined;
    selected?: boolean | undefined;
    draft?: boolean | undefined;
    private?: boolean | undefined;
    publishDate?: WallTime | undefined;
    expiryDate?: WallTime | undefined;
    aliases?: string[] | undefined;
    alias?: string[] | undefined;
    redirect_from?: string[] | undefined;
    permalink?: string | undefined;
  };
  texts: RenderedTexts;
  picture?: ImageFile | undefined;
  /** The picture moves. */
  animated?: boolean | undefined;
  hasBody: boolean;
  hasMath: boolean;
  hasPlayer: boolean;
}

/** What a page takes from its site. */
export interface PageSite extends TimeSettings, AuthorNames {
  addresses: Addresses;
  findDeck?: FindDeck;
}

/** What a page is in any section. */
export function toPage(source: PageSource, section: string, site: PageSite): Page {
  const { slug, frontMatter: fm, texts, hasBody, hasMath, hasPlayer } = source;
  const href = site.addresses.page(section, slug);
  const { subtitle, summary, abstract } = texts;
  const picture = toPageImage(source);
  const hiddenUntil = fm.publishDate && toInstant(fm.publishDate, site);
  const hiddenFrom = fm.expiryDate && toInstant(fm.expiryDate, site);
  return {
    ...{ slug, href, hasBody, hasMath, hasPlayer },
    title: texts['title'] ?? { html: '', text: '' },
    ...(subtitle && { subtitle }),
    ...(summary && { summary }),
    ...(abstract && { abstract }),
    ...(picture && { picture }),
    featured: fm.featured ?? fm.selected ?? false,
    draft: fm.draft ?? false,
    ...(hiddenUntil !== undefined && { hiddenUntil }),
    ...(hiddenFrom !== undefined && { hiddenFrom }),
    private: fm.private ?? false,
    knownAs: source.knownAs ?? [],
    mentions: declaredReferences(fm),
    aliases: rawAliases(fm),
  };
}

/** The earlier addresses that a page names, as written. */
export function rawAliases({
  aliases = [],
  alias = [],
  redirect_from: redirects = [],
  permalink,
}: Pick<PageSource['frontMatter'], 'aliases' | 'alias' | 'redirect_from' | 'permalink'>): string[] {
  return [...aliases, ...alias, ...redirects, ...(permalink ? [permalink] : [])];
}

/** Whether a visitor may see it. @param now In milliseconds since 1970. */
export function isPublic(page: Page, now: number): boolean {
  const { draft, hiddenUntil = -Infinity, hiddenFrom = Infinity } = page;
  return !draft && hiddenUntil <= now && now < hiddenFrom;
}

/** What a check takes from the site and the clock. */
export interface CheckContext {
  timezone: string;
  /** Whether the author has said how to read a time that ends in Z. */
  zChosen: boolean;
  /** In milliseconds since 1970. */
  now: number;
  /** Whose site it is, by its settings. */
  owner?: { name: string; role?: string | undefined };
  /** The names of the decks in `content/slides/`. */
  decks?: readonly string[];
}
