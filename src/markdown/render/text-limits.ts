import { toPosition } from '../source/edits.ts';
import type { TextFinding } from '../source/markdown-context.ts';

/** The longest text that is rendered, in characters: about 80,000 words, and some seconds of time. */
const maxLength = 500_000;
/** The deepest lists and quotations that are rendered. The time of the parser grows with their square. */
const maxLevels = 100;
/** The most marks of emphasis between two blank lines. The time grows with the square of those without a partner. */
const maxMarks = 8000;

/** The most characters of a source that are shown instead of a text. */
export const maxShownSource = 20_000;

const result = `so only its source is shown, up to ${maxShownSource} characters`;

/** Returns a finding if a text is too long or too complex to be rendered in a few seconds. */
export function findExcess(source: string): TextFinding | undefined {
  if (source.length > maxLength) {
    return {
      ...{ code: 'text/too-long', position: { line: 1, column: 1 } },
      message: `the text has ${source.length} characters, more than ${maxLength}`,
      result,
      remedy: 'Split it into several pages, or publish it as a file.',
    };
  }
  const nested = findNesting(source);
  if (nested !== undefined) {
    return {
      ...{ code: 'text/unreadable', position: toPosition(source, nested) },
      message: 'the text has too many levels of nested lists or quotations',
      result,
      remedy: `Use at most ${maxLevels} levels.`,
    };
  }
  const linked = findLinkNesting(source);
  if (linked !== undefined) {
    return {
      ...{ code: 'text/unreadable', position: toPosition(source, linked) },
      message: 'the text has too many levels of nested links or images',
      result,
      remedy: `Use at most ${maxLevels} levels.`,
    };
  }
  const crowded = source.length > maxMarks ? findMarks(source) : undefined;
  if (crowded === undefined) return undefined;
  return {
    ...{ code: 'text/too-long', position: toPosition(source, crowded) },
    message: `a paragraph has more than ${maxMarks} marks of emphasis (* or _)`,
    result,
    remedy: 'Split it with blank lines, or put a backslash before marks that mean themselves.',
  };
}

/** The spaces, marks of quotations and marks of lists that a line starts with. */
const lineStart =
  /^(?=[ \t]*(?:>|[*+-][ \t]|\d{1,9}[.)][ \t]))(?:[ \t]|>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/gm;
const levelMark = />|[*+-]|\d{1,9}[.)]/g;

/** Returns the offset of the first line with too many levels of lists and quotations. */
function findNesting(source: string): number | undefined {
  if (source.length < 2 * maxLevels) return undefined;
  const indents: number[] = [];
  for (const { index, 0: start } of source.matchAll(lineStart)) {
    const marks = [...start.matchAll(levelMark)];
    const indent = /^[ \t]*/.exec(start)?.[0].length ?? 0;
    while (indents.length > 0 && indents[indents.length - 1]! >= indent) indents.pop();
    if (indents.length + marks.length > maxLevels) return index;
    indents.push(indent);
  }
  return undefined;
}

/**
 * Returns the offset of the end of the first link or image with too many others inside it. Markdown has no links inside
 * links, but its parser looks for them, in a time that grows with the square of the levels.
 */
function findLinkNesting(source: string): number | undefined {
  if (source.length < 4 * maxLevels || !source.includes('](')) return undefined;
  /** For each open bracket the levels of the links inside it. */
  const open: number[] = [];
  for (const { index, 0: mark } of source.matchAll(/\\.|\[|\]\(?|\n[ \t]*\n/gs)) {
    if (mark === '[') open.push(0);
    else if (mark.startsWith('\n')) open.length = 0;
    else if (mark.startsWith(']')) {
      const levels = (open.pop() ?? 0) + (mark === '](' ? 1 : 0);
      if (levels > maxLevels) return index;
      if (open.length > 0) open[open.length - 1] = Math.max(open.at(-1)!, levels);
    }
  }
  return undefined;
}

/** A run of marks that is longer than a line of them, each of which may be a level. */
const longRun = 100;

/** Returns the number of marks of emphasis in a paragraph. Those of a short run count once. */
function countMarks(paragraph: string): number {
  const runs = paragraph.match(/\*+|_+/g) ?? [];
  return runs.reduce((sum, { length }) => sum + (length > longRun ? length : 1), 0);
}

/** Returns the offset of the first paragraph with too many marks of emphasis. */
function findMarks(source: string): number | undefined {
  let start = 0;
  for (const paragraph of source.split(/(?<=\n[ \t]*\n)/)) {
    if (paragraph.length > maxMarks && countMarks(paragraph) > maxMarks) return start;
    start += paragraph.length;
  }
  return undefined;
}

/** Findings of one kind in a text beyond this number are only counted. */
const maxListed = 20;

/** Returns the first findings of each kind, and one finding with the number of the others. */
export function limitFindings<F extends Pick<TextFinding, 'code' | 'message'>>(
  findings: readonly F[],
): F[] {
  if (findings.length <= maxListed) return [...findings];
  const counts = new Map<string, number>();
  const listed = findings.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= maxListed + 1;
  });
  return listed.map((finding, i) => {
    const count = counts.get(finding.code) ?? 0;
    const isLast = listed.findLastIndex(({ code }) => code === finding.code) === i;
    if (count <= maxListed + 1 || !isLast) return finding;
    return {
      ...finding,
      message: `${count - maxListed} more problems of this kind follow from here on: ${finding.message}`,
    };
  });
}
