import type { ShareCard } from '../../model/site/share-card.ts';
import type { ShareFont } from '../../model/site/share-font.ts';
import { toPrintable, type Run } from '../printable.ts';
import { headGap, measure } from './share-size.ts';

/** The lines of a picture, as far as they can be set. */
export interface SharePieces {
  title?: Run[];
  event?: Run[];
  place?: Run[];
  day?: Run[];
  name?: Run[];
}

/** In characters: six lines of the smallest size. */
const longestTitle = 290;

/**
 * What of a card is printed. A line whose letters no font has is left out; if that is the title, the
 * next best line takes its place. A place that would need a line of its own gives way to the event.
 */
export function toSharePieces(card: ShareCard, fonts: readonly ShareFont[]): SharePieces {
  const upright = fonts.filter(({ style }) => style === 'normal');
  const slanted = upright.map(
    (font) => fonts.find(({ name, style }) => name === font.name && style === 'italic') ?? font,
  );
  const { title, event = '', place = '', day = '', name } = card;
  // In characters of 30 pixels, which are some 14 wide: what stands on a line beside the day.
  const beside = Math.floor((measure - headGap) / 13.8) - day.length;
  const full = event.length + place.length + 2 > beside;
  const pieces: SharePieces = {};
  set(pieces, 'title', joined(toPrintable(shorten(title, longestTitle), upright)));
  set(pieces, 'event', toPrintable(shorten(event, 2 * beside - 8), slanted));
  set(
    pieces,
    'place',
    full && event ? undefined : toPrintable(shorten(place, 2 * beside - 8), upright),
  );
  set(pieces, 'day', toPrintable(day, upright));
  set(pieces, 'name', toPrintable(name, upright));
  return pieces.title ? pieces : promote(pieces);
}

function set(pieces: SharePieces, key: keyof SharePieces, runs: Run[] | undefined): void {
  if (runs) pieces[key] = runs;
}

/** A compound of ordinary length is not parted at its hyphen: `infinitely-wide` stays on one line. */
function joined(title: Run[] | undefined): Run[] | undefined {
  return title?.map((run) => ({
    ...run,
    text: run.text.replace(/\S+/g, (word) =>
      word.length > 22 ? word : word.replace(/(?<=\p{L})-(?=\p{L})/gu, '-\u2060'),
    ),
  }));
}

/** Cuts between words. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length).replace(/\p{Cs}$/u, '');
  const end = cut.lastIndexOf(' ');
  return `${(end > 0 ? cut.slice(0, end) : cut).replace(/[\s,;:–-]+$/, '')}…`;
}

function promote(pieces: SharePieces): SharePieces {
  const order = ['event', 'name', 'day', 'place'] as const;
  const best = order.find((key) => pieces[key]);
  if (!best) return {};
  const { [best]: title, ...rest } = pieces;
  return { ...rest, ...(title && { title }) };
}
