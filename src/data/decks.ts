import { firstSlide } from '../markdown/slides/first-slide.ts';
import { deckFinder, toDeck, type Deck, type DeckOpening } from '../model/deck.ts';
import type { TalkLink } from '../model/link.ts';
import { getSources } from './entries.ts';
import { once } from './once.ts';
import { getPageHtml } from './page-html.ts';
import { getFindPerson } from './people.ts';
import { getSettings } from './settings.ts';
import { shownPages } from './shown-pages.ts';

/** The decks that a visitor may see, by their addresses. */
export const getDecks = once(async (): Promise<Deck[]> => {
  const [site, findPerson] = [await getSettings(), await getFindPerson()];
  const sources = await getSources('slides');
  const decks = sources.map((source) =>
    toDeck({ ...source, name: String(source.extra) }, { ...site, owner: site.name, findPerson }),
  );
  return shownPages(decks);
});

/** What the name of a deck means. */
export const getFindDeck = once(async () => deckFinder(await getDecks()));

/** The slides that a page names, as far as they are a deck of this site. */
export async function getDeckOf(links: readonly TalkLink[]): Promise<DeckOpening | undefined> {
  const slug = links.find(({ deck }) => deck !== undefined)?.deck;
  const deck = (await getDecks()).find((one) => one.slug === slug);
  const opening = deck && firstSlide(await getPageHtml('slides', deck));
  return deck && opening && { ...opening, href: deck.href };
}
