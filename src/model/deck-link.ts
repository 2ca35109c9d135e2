import { suggest } from '../schema/suggest.ts';
import type { Finding } from '../schema/finding.ts';
import { templateDeck } from './site/left-overs.ts';
import type { TalkLink } from './link.ts';
import { writtenDeck, type LinkedPage } from './written-links.ts';

/** Finds the deck with a name, if it is published. */
export type FindDeck = (name: string) => { slug: string; href: string } | undefined;

type Named = Pick<LinkedPage, 'slides'>;

/** Returns the link to the deck that `slides` names, if there is one. */
export function deckLink(page: Named, findDeck?: FindDeck): TalkLink[] {
  const name = writtenDeck(page);
  const deck = name === undefined ? undefined : findDeck?.(name);
  if (!deck) return [];
  return [{ kind: 'slides', label: 'Slides', href: deck.href, deck: deck.slug }];
}

/**
 * Returns a warning for a deck that does not exist, on a site with decks. Without decks, the name comes
 * from an older theme and is harmless.
 * @param decks The names of all decks, including unpublished ones.
 */
export function checkDeckName(page: Named, decks: readonly string[] = []): Finding[] {
  const name = writtenDeck(page);
  if (name === undefined || decks.length === 0 || templateDeck.test(name)) return [];
  if (decks.some((deck) => isSameName(deck, name))) return [];
  const near = suggest(name, decks);
  return [
    {
      ...{ path: ['slides'], severity: 'warning', code: 'unknown-deck' },
      message: `there is no deck "${name}" in content/slides/, so the page does not link to it`,
      remedy: near
        ? `Did you mean slides: ${near}?`
        : 'Write the name of a file or folder in content/slides/.',
    },
  ];
}

/** Compares names like a case-insensitive file system. */
export function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
