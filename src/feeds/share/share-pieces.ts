import type { ShareCard, ShareFont } from '../../model/site/share-card.ts';
import { toPrintable, type Run } from './printable.ts';
import { headGap, measure, type SharePieces } from './share-layout.ts';

/** In characters: six lines of the smallest size. */
const maxTitleLength = 290;

/**
 * Returns the lines of a card to print. A line with letters that no font has is left out; if it is the
 * title, the next best line replaces it. The place is left out if it does not fit next to the event.
 */
export function toSharePieces(card: ShareCard, fonts: readonly ShareFont[]): SharePieces {
  const upright = fonts.filter(({ style }) => style === 'normal');
  const slanted = upright.map(
    (font) => fonts.find(({ name, style }) => name === font.name && style === 'italic') ?? font,
  );
  const { title, event = '', place = '', day = '', name } = card;
  // The length of a line next to the day, in characters of 30 pixels, which are about 14 wide.
  const beside = Math.floor((measure - headGap) / 13.8) - day.length;
  const full = event.length + place.length + 2 > beside;
  const pieces: SharePieces = {};
  set(pieces, 'title', keepCompounds(toPrintable(shorten(title, maxTitleLength), upright)));
  set(pieces, 'event', toPrintable(shorten(event, 2 * beside - 8), slanted));
  set(
    pieces,
    'place',
    full && event ? undefined : toPrintable(shorten(place, 2 * beside - 8), upright),
  );
  set(pieces, 'day', toPrintable(day, upright));
  set(pieces, 'name', toPrintable(name, upright));
  return pieces.title ? pieces : promoteToTitle(pieces);
}

function set(pieces: SharePieces, key: keyof SharePieces, runs: Run[] | undefined): void {
  if (runs) pieces[key] = runs;
}

/** Keeps a compound of ordinary length on one line, such as `infinitely-wide`. */
function keepCompounds(title: Run[] | undefined): Run[] | undefined {
  return title?.map((run) => ({
    ...run,
    text: run.text.replace(/\S+/g, (word) =>
      word.length > 22 ? word : word.replace(/(?<=\p{L})-(?=\p{L})/gu, '-\u2060'),
    ),
  }));
}

/** Cuts a text between words. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length).replace(/\p{Cs}$/u, '');
  const end = cut.lastIndexOf(' ');
  return `${(end > 0 ? cut.slice(0, end) : cut).replace(/[\s,;:–-]+$/, '')}…`;
}

function promoteToTitle(pieces: SharePieces): SharePieces {
  const order = ['event', 'name', 'day', 'place'] as const;
  const best = order.find((key) => pieces[key]);
  if (!best) return {};
  const { [best]: title, ...rest } = pieces;
  return { ...rest, ...(title && { title }) };
}
