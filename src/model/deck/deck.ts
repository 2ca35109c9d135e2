import type { DeckFrontMatter } from '../../schema/deck.ts';
import { toAuthors, type Author } from '../page/author.ts';
import { type FindDeck, type FindFile, isSameDeckName, toPageLinks } from '../page/page-links.ts';
import type { PageLink } from '../page/link.ts';
import { toPage, type Page, type PageSite, type PageSource } from '../page/page.ts';
import { rawLinks, type RawLink } from '../page/raw-links.ts';

/** Slides in Markdown. */
export interface Deck extends Page {
  /** The name of its file or folder, by which pages mean it. */
  name: string;
  authors: Author[];
  links: PageLink[];
}

/** How a deck begins, for the page of a talk. */
export interface DeckOpening {
  href: string;
  /** The first slide, as a picture made of HTML. */
  html: string;
  hasMath: boolean;
  /** How many slides there are. */
  count: number;
}

export interface DeckSource extends PageSource {
  frontMatter: DeckFrontMatter;
  findFile: FindFile;
  name: string;
}

/** The whole meaning of one deck's file, but for its slides. */
export function toDeck(source: DeckSource, site: PageSite): Deck {
  return {
    ...toPage(source, 'slides', site),
    name: source.name,
    authors: toAuthors(source.frontMatter, site),
    links: toPageLinks(deckLinks(source.frontMatter), source.findFile),
  };
}

/** All that a deck links to; its `slides` are settings. */
export function deckLinks(deck: DeckFrontMatter): RawLink[] {
  return rawLinks({ ...deck, slides: undefined });
}

/** Finds decks by the names that pages have for them. */
export function createDeckFinder(decks: readonly Deck[]): FindDeck {
  return (name) => decks.find((deck) => isSameDeckName(deck.name, name));
}

/** The pages that name a deck, in their order; the first is what it belongs to. */
export function findPagesWithDeck<P extends Page & { links?: readonly PageLink[] }>(
  { slug }: Deck,
  pages: readonly P[],
): P[] {
  return pages.filter(({ links = [] }) => links.some(({ deck }) => deck === slug));
}
