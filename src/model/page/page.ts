import type { WallTime } from '../../schema/date-text.ts';
import type { AuthorContext } from './author.ts';
import type { FindDeck } from './page-links.ts';
import { declaredReferences, type Reference, type ReferringPage } from './references.ts';
import { toPageImage, type ImageFile, type PageImage } from './image.ts';
import type { RichText, RenderedTexts } from './page-texts.ts';
import { toInstant, type TimeSettings } from './when.ts';
import type { Addresses } from './addresses.ts';

/** A page of any section. */
export interface Page {
  slug: string;
  href: string;
  title: RichText;
  subtitle?: RichText;
  summary?: RichText;
  abstract?: RichText;
  image?: PageImage;
  featured: boolean;
  draft: boolean;
  /** Not public before this instant, in milliseconds since 1970. */
  hiddenUntil?: number;
  /** Not public from this instant on, in milliseconds since 1970. */
  hiddenFrom?: number;
  /** Only for visitors who know its address: not in feeds, not for search engines. */
  private: boolean;
  /** A BCP 47 tag; absent if the page is in the language of the site. */
  language?: string;
  /** Old addresses, site-relative, that redirect here. */
  aliases: string[];
  hasBody: boolean;
  /** What other pages may call it, besides its slug: its file, a BibTeX key, a DOI. */
  identifiers: readonly string[];
  /** The pages that its front matter names, whether or not they exist. */
  references: readonly Reference[];
  /** The page contains a formula. */
  hasMath: boolean;
  /** The page contains a video player. */
  hasPlayer: boolean;
}

/** A page as read from its file. */
export interface PageSource {
  slug: string;
  identifiers?: readonly string[] | undefined;
  frontMatter: ReferringPage & {
    image?: NonNullable<Parameters<typeof toPageImage>[0]['frontMatter']['image']> | undefined;
    featured?: boolean | undefined;
    selected?: boolean | undefined;
    draft?: boolean | undefined;
    private?: boolean | undefined;
    publishDate?: WallTime | undefined;
    expiryDate?: WallTime | undefined;
    lang?: string | undefined;
    language?: string | undefined;
    aliases?: string[] | undefined;
    alias?: string[] | undefined;
    redirect_from?: string[] | undefined;
    permalink?: string | undefined;
  };
  texts: RenderedTexts;
  image?: ImageFile | undefined;
  /** The image is animated. */
  animated?: boolean | undefined;
  hasBody: boolean;
  hasMath: boolean;
  hasPlayer: boolean;
}

/** What a page needs from its site. */
export interface PageSite extends TimeSettings, AuthorContext {
  addresses: Addresses;
  /** A BCP 47 tag. */
  language?: string;
  findDeck?: FindDeck;
}

/** Returns the properties that pages of all sections have. */
export function toPage(source: PageSource, section: string, site: PageSite): Page {
  const { slug, frontMatter: fm, texts, hasBody, hasMath, hasPlayer } = source;
  const href = site.addresses.page(section, slug);
  const { subtitle, summary, abstract } = texts;
  const image = toPageImage(source);
  const language = toOtherLanguage(fm.lang ?? fm.language, site.language);
  const hiddenUntil = fm.publishDate && toInstant(fm.publishDate, site);
  const hiddenFrom = fm.expiryDate && toInstant(fm.expiryDate, site);
  return {
    ...{ slug, href, hasBody, hasMath, hasPlayer },
    title: texts['title'] ?? { html: '', text: '' },
    ...(subtitle && { subtitle }),
    ...(summary && { summary }),
    ...(abstract && { abstract }),
    ...(image && { image }),
    featured: fm.featured ?? fm.selected ?? false,
    draft: fm.draft ?? false,
    ...(hiddenUntil !== undefined && { hiddenUntil }),
    ...(hiddenFrom !== undefined && { hiddenFrom }),
    private: fm.private ?? false,
    ...(language && { language }),
    identifiers: source.identifiers ?? [],
    references: declaredReferences(fm),
    aliases: toRawAliases(fm),
  };
}

/** Returns the language of a page, unless the one of the site is the same or a variety of it: `en-GB` for `en`. */
function toOtherLanguage(language?: string, siteLanguage = ''): string | undefined {
  const isSame = language === siteLanguage || siteLanguage.startsWith(`${language}-`);
  return isSame ? undefined : language;
}

/** Returns the old addresses that a page declares, as written. */
export function toRawAliases({
  aliases = [],
  alias = [],
  redirect_from: redirects = [],
  permalink,
}: Pick<PageSource['frontMatter'], 'aliases' | 'alias' | 'redirect_from' | 'permalink'>): string[] {
  return [...aliases, ...alias, ...redirects, ...(permalink ? [permalink] : [])];
}

/**
 * Returns whether a page is public.
 * @param now In milliseconds since 1970.
 */
export function isPublic(page: Page, now: number): boolean {
  const { draft, hiddenUntil = -Infinity, hiddenFrom = Infinity } = page;
  return !draft && hiddenUntil <= now && now < hiddenFrom;
}

/** What a check needs from the site and the clock. */
export interface CheckContext {
  timezone: string;
  /** Whether the author has said how to read a time that ends in Z. */
  hasZSetting: boolean;
  /** In milliseconds since 1970. */
  now: number;
  /** The owner of the site, from its settings. */
  owner?: { name: string; role?: string | undefined };
  /** The names of the decks in `content/slides/`. */
  decks?: readonly string[];
}
