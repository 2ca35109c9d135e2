import type { ShareCard, ShareFont } from '../../model/site/share-card.ts';
import { toPrintableRuns, type TextRun } from './printable-runs.ts';
import { headGap, lineLength, type ShareLines } from './share-layout.ts';

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
  const pieces: ShareLines = {};
  setLine(pieces, 'title', keepCompounds(toPrintableRuns(shorten(title, maxTitleLength), upright)));
  setLine(pieces, 'event', toPrintableRuns(shorten(event, 2 * maxHeadLength - 8), italic));
  setLine(
    pieces,
    'place',
    isTooLong && event
      ? undefined
      : toPrintableRuns(shorten(place, 2 * maxHeadLength - 8), upright),
  );
  setLine(pieces, 'day', toPrintableRuns(day, upright));
  setLine(pieces, 'name', toPrintableRuns(name, upright));
  return pieces.title ? pieces : promoteToTitle(pieces);
}

function setLine(pieces: ShareLines, key: keyof ShareLines, runs: TextRun[] | undefined): void {
  if (runs) pieces[key] = runs;
}

/** Keeps a compound of ordinary length on one line, such as `infinitely-wide`. */
function keepCompounds(title: TextRun[] | undefined): TextRun[] | undefined {
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
  const start = text.slice(0, length).replace(/\p{Cs}$/u, '');
  const end = start.lastIndexOf(' ');
  return `${(end > 0 ? start.slice(0, end) : start).replace(/[\s,;:–-]+$/, '')}…`;
}

function promoteToTitle(pieces: ShareLines): ShareLines {
  const candidates = ['event', 'name', 'day', 'place'] as const;
  const replacement = candidates.find((key) => pieces[key]);
  if (!replacement) return {};
  const { [replacement]: title, ...rest } = pieces;
  return { ...rest, ...(title && { title }) };
}
