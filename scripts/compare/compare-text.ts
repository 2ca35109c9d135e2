import { align, changedPairs } from './align.ts';

/** A change in one file. */
export interface Change {
  /** What changed, without its position: `h2`, `a[href]`, `line`. */
  label: string;
  /** The position: the path of an element, or a line number. */
  place: string;
  /** The old words; empty where something was added. */
  before: string;
  /** The new words; empty where something was removed. */
  after: string;
}

/** Changes with at most this many equal tokens between them are reported as one. */
const smallGap = 6;

/** Compares two text files line by line. */
export function compareText(before: string, after: string): Change[] {
  const toLines = (text: string) => text.split('\n').map((line, i) => ({ line, number: i + 1 }));
  const pairs = changedPairs(
    toLines(before),
    toLines(after),
    (a, b) => a.line === b.line,
    (a, b) => firstWord(a.line) === firstWord(b.line),
  );
  return pairs.flatMap((pair) => {
    const place = `line ${(pair.after ?? pair.before)?.number}`;
    const words = changedWords(pair.before?.line ?? '', pair.after?.line ?? '');
    // An empty line was added or removed.
    const changes = words.length > 0 ? words : [{ before: '', after: '' }];
    return changes.map((change) => ({ label: 'line', place, ...change }));
  });
}

/** Returns the words that differ between two texts, with the words between close changes. */
export function changedWords(before: string, after: string): { before: string; after: string }[] {
  const changes: { before: string; after: string }[] = [];
  let gap: string[] | undefined;
  for (const pair of align(splitTokens(before), splitTokens(after), (a, b) => a === b)) {
    if (pair.before !== undefined && pair.after !== undefined) {
      gap?.push(pair.before);
      if (gap && gap.length > smallGap) gap = undefined;
      continue;
    }
    if (gap === undefined) changes.push({ before: '', after: '' });
    const change = changes.at(-1)!;
    change.before += (gap ?? []).join('') + (pair.before ?? '');
    change.after += (gap ?? []).join('') + (pair.after ?? '');
    gap = [];
  }
  return changes.map(trimEqualEnds);
}

/** Removes white space at the end of both texts, which did not change. */
function trimEqualEnds(change: { before: string; after: string }) {
  const end = /\s*$/.exec(change.before)?.[0] ?? '';
  if (end === '' || !change.after.endsWith(end)) return change;
  return { before: change.before.slice(0, -end.length), after: change.after.slice(0, -end.length) };
}

function firstWord(line: string): string {
  return /^\s*[^\s=:>]*/.exec(line)?.[0] ?? '';
}

/** Splits at white space and at the punctuation of HTML, JSON and CSS. */
function splitTokens(text: string): string[] {
  return text.match(/\s+|["<>{}();,]|[^\s"<>{}();,]+/g) ?? [];
}
