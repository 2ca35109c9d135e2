import type { DeckFrontMatter } from '../../schema/deck.ts';
import { toAuthors, type Author } from '../page/author.ts';
import { groupByKeys } from '../page/lists.ts';
import { type FindDeck, type FindFile, toDeckNameKey, toPageLinks } from '../page/page-links.ts';
import type { PageLink } from '../page/link.ts';
import { toPage, type Page, type PageSite, type PageSource } from '../page/page.ts';
import { toRawLinks, type RawLink } from '../page/raw-links.ts';

/** A deck of slides in Markdown. */
export interface Deck extends Page {
  /** The name of its file or folder, by which pages refer to it. */
  name: string;
  authors: Author[];
  links: PageLink[];
}

/** The first slide of a deck, for the page of a talk. */
export interface DeckOpening {
  href: string;
  /** The first slide as HTML. */
  html: string;
  hasMath: boolean;
  /** The number of slides. */
  count: number;
}

export interface DeckSource extends PageSource {
  frontMatter: DeckFrontMatter;
  findFile: FindFile;
  name: string;
}

/** Converts the file of a deck, except for its slides. */
export function toDeck(source: DeckSource, site: PageSite): Deck {
  return {
    ...toPage(source, 'slides', site),
    name: source.name,
    authors: toAuthors(source.frontMatter, site),
    links: toPageLinks(toRawDeckLinks(source.frontMatter), source.findFile),
  };
}

/** Returns all links of a deck. Its `slides` are settings, not a link. */
export function toRawDeckLinks(deck: DeckFrontMatter): RawLink[] {
  return toRawLinks({ ...deck, slides: undefined });
}

/** Returns a function that finds decks by the names that pages have for them. */
export function createDeckFinder(decks: readonly Deck[]): FindDeck {
  const byName = new Map(decks.toReversed().map((deck) => [toDeckNameKey(deck.name), deck]));
  return (name) => byName.get(toDeckNameKey(name));
}

/** Returns the pages that link to each deck, by its slug, in their order. The deck belongs to the first. */
export function groupPagesByDeck<P extends Page & { links?: readonly PageLink[] }>(
  pages: readonly P[],
): Map<string, P[]> {
  return groupByKeys(pages, ({ links = [] }) => links.flatMap(({ deck }) => deck ?? []));
}
