import { suggest } from '../schema/suggest.ts';
import type { Finding } from '../schema/finding.ts';
import { templateDeck } from './site/left-overs.ts';
import type { TalkLink } from './link.ts';
import { writtenDeck, type LinkedPage } from './written-links.ts';

/** The deck that a page means by a name, if a visitor may see it. */
export type FindDeck = (name: string) => { slug: string; href: string } | undefined;

type Named = Pick<LinkedPage, 'slides'>;

/** The link to the deck that `slides` names: one, or none. */
export function deckLink(page: Named, findDeck?: FindDeck): TalkLink[] {
  const name = writtenDeck(page);
  const deck = name === undefined ? undefined : findDeck?.(name);
  if (!deck) return [];
  return [{ kind: 'slides', label: 'Slides', href: deck.href, deck: deck.slug }];
}

/**
 * A warning for a deck that is not there, on a site that has decks. Without any, such a name is
 * left over from an older theme and does no harm.
 * @param decks The names of all, also of those that are not shown.
 */
export function checkDeckName(page: Named, decks: readonly string[] = []): Finding[] {
  const name = writtenDeck(page);
  if (name === undefined || decks.length === 0 || templateDeck.test(name)) return [];
  if (decks.some((deck) => isSameName(deck, name))) return [];
  const near = suggest(name, decks);
  return [
    {
      ...{ path: ['slides'], severity: 'warning', code: 'unknown-deck' },
      message: `there is no deck "${name}" in content/slides/${near ? `, but one called "${near}"` : ''}`,
      remedy: near
        ? `Write slides: ${near}. Until then the page has no link to it.`
        : 'Write the name of a file or folder there. Until then the page has no link to it.',
    },
  ];
}

/** As file systems that do not tell capitals from small letters have it. */
export function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
