import type { Hit } from './search-engine.ts';

/** A part of an excerpt, which may be a match. */
export interface ExcerptPart {
  text: string;
  marked: boolean;
}

/** The length of an excerpt in words, and how many of them are before the first match. */
const excerptLength = 32;
const leadLength = 8;

/**
 * Returns the part of a page's own text with the most matches, with an ellipsis where the text continues.
 * @param head The facts at the beginning of the searched text, which the search result shows elsewhere.
 */
export function toExcerpt(
  { words, locations }: Pick<Hit, 'words' | 'locations'>,
  head: string,
): ExcerptPart[] {
  const first = countHeadWords(words, head);
  const matches = [...new Set(locations)].filter((location) => location >= first);
  const latestStart = Math.max(first, words.length - excerptLength);
  const start = Math.min(findStart(matches, first), latestStart);
  const isEnd = start + excerptLength >= words.length;
  const end = isEnd ? words.length : findEnd(words, start + excerptLength, matches);
  const parts = words.slice(start, end).flatMap((word, i): ExcerptPart[] => {
    const text = word.trimEnd();
    const space = { text: word.slice(text.length), marked: false };
    return [{ text, marked: matches.includes(start + i) }, space];
  });
  if (isEnd) parts.pop();
  return joinParts([
    { text: start > first ? '… ' : '', marked: false },
    ...parts,
    { text: isEnd ? '' : '…', marked: false },
  ]);
}

/** Returns how many words at the beginning of a text are those of the head. */
function countHeadWords(words: readonly string[], head: string): number {
  const { length } = removeSpaces(head);
  let letters = 0;
  let count = 0;
  while (letters < length && count < words.length) letters += removeSpaces(words[count++]!).length;
  return count;
}

function removeSpaces(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Returns the start of the excerpt that contains the most matches, a few words before the first of them. */
function findStart(matches: readonly number[], first: number): number {
  const sorted = matches.toSorted((a, b) => a - b);
  const reach = excerptLength - leadLength;
  let best = { start: first, count: 0 };
  let end = 0;
  for (const [i, start] of sorted.entries()) {
    while (end < sorted.length && sorted[end]! < start + reach) end += 1;
    if (end - i > best.count) best = { start: start - leadLength, count: end - i };
  }
  return Math.max(first, best.start);
}

/** Returns where an excerpt ends that continues: not after short words, such as "of a", or signs. */
function findEnd(words: readonly string[], latest: number, matches: readonly number[]): number {
  let end = latest;
  while (end > latest - 8 && !matches.includes(end - 1) && isShort(words[end - 1]!)) end -= 1;
  return end;
}

function isShort(word: string): boolean {
  return /^\p{Script=Latin}{0,3}$|^[^\p{L}\p{N}]*$/u.test(word.trim());
}

/** Joins neighbours that are not matches, and drops empty parts. */
function joinParts(parts: readonly ExcerptPart[]): ExcerptPart[] {
  const joined: ExcerptPart[] = [];
  for (const part of parts) {
    const previous = joined.at(-1);
    if (previous && !previous.marked && !part.marked) previous.text += part.text;
    else joined.push({ ...part });
  }
  return joined.filter(({ text }) => text !== '');
}
