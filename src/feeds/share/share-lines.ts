import type { ShareCard, ShareFont } from '../../model/site/share-card.ts';
import { toPrintableRuns, type TextRun } from './printable-runs.ts';
import { lineLength } from './share-page.ts';

/** The lines of a share image that the fonts can print. */
export interface ShareLines {
  title?: TextRun[];
  event?: TextRun[];
  place?: TextRun[];
  day?: TextRun[];
  name?: TextRun[];
}

/** The least distance between the event and the day, in pixels. */
export const headGap = 48;

/** In characters: six lines of the smallest size. */
const maxTitleLength = 290;

/**
 * Returns the lines of a card to print. A line with letters that no font has is left out; if it is the
 * title, the next best line replaces it. The place is left out if it does not fit next to the event.
 */
export function toShareLines(card: ShareCard, fonts: readonly ShareFont[]): ShareLines {
  const upright = fonts.filter(({ style }) => style === 'normal');
  const italic = upright.map(
    (font) => fonts.find(({ name, style }) => name === font.name && style === 'italic') ?? font,
  );
  const { title, event = '', place = '', day = '', name } = card;
  // The length of a line next to the day, in characters of 30 pixels, which are about 14 wide.
  const maxHeadLength = Math.floor((lineLength - headGap) / 13.8) - day.length;
  const isTooLong = event.length + place.length + 2 > maxHeadLength;
  const shortEvent = shorten(event, 2 * maxHeadLength - 8);
  const shortPlace = isTooLong && event ? '' : shorten(place, 2 * maxHeadLength - 8);
  const pieces: ShareLines = {};
  setLine(pieces, 'title', toTitle(shorten(title, maxTitleLength), upright));
  setLine(pieces, 'event', toPrintableRuns(shortEvent, italic));
  setLine(pieces, 'place', toPrintableRuns(shortPlace, upright));
  setLine(pieces, 'day', toPrintableRuns(day, upright));
  setLine(pieces, 'name', toPrintableRuns(name, upright));
  return pieces.title ? pieces : promoteToTitle(pieces, upright);
}

function setLine(pieces: ShareLines, key: keyof ShareLines, runs: TextRun[] | undefined): void {
  if (runs) pieces[key] = runs;
}

/** Keeps a compound of ordinary length on one line, such as `infinitely-wide`. */
function toTitle(text: string, fonts: readonly ShareFont[]): TextRun[] | undefined {
  return toPrintableRuns(text, fonts)?.map((run) => ({
    ...run,
    text: run.text.replace(/\S+/g, (word) =>
      word.length > 22 ? word : word.replace(/(?<=\p{L})-(?=\p{L})/gu, '-\u2060'),
    ),
  }));
}

/** Cuts a text between words. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length).replace(/\p{Cs}$/u, '');
  const end = start.lastIndexOf(' ');
  return `${(end > 0 ? start.slice(0, end) : start).replace(/[\s,;:–-]+$/, '')}…`;
}

function promoteToTitle(pieces: ShareLines, fonts: readonly ShareFont[]): ShareLines {
  const candidates = ['event', 'name', 'day', 'place'] as const;
  const replacement = candidates.find((key) => pieces[key]);
  if (!replacement) return {};
  const { [replacement]: runs = [], ...rest } = pieces;
  const title = toTitle(runs.map(({ text }) => text).join(''), fonts);
  return { ...rest, ...(title && { title }) };
}
