import type { Edit } from '../source/edits.ts';
import { isInside, getLinePrefix, findRegions, type Range } from '../source/regions.ts';

const OPENING =
  /(?<!\\)(\\\\?)([[(])|(?<!\\)\\begin\{((?:equation|align|alignat|flalign|gather|multline|eqnarray|displaymath)\*?)\}/g;
/** A limit, so that a text full of opening delimiters is read in linear time. */
const MAX_LENGTH = 4000;

/**
 * Returns edits that replace MathJax delimiters with dollars: `\(…\)`, `\[…\]`, the same with the
 * backslash doubled for Markdown, and bare environments. Leaves brackets around plain words.
 * `isLine` is for texts of one line.
 */
export function replaceMathjaxDelimiters(text: string, isLine: boolean): Edit[] {
  if (text.search(OPENING) === -1) return [];
  const { code, formulas, comments } = findRegions(text);
  const edits: Edit[] = [];
  let position = 0;
  const lastClosing = Math.max(...['\\)', '\\]', '\\end{'].map((end) => text.lastIndexOf(end)));
  for (const match of text.matchAll(OPENING)) {
    const { index } = match;
    if (index > lastClosing) break;
    if (index < position || [code, formulas, comments].some((ranges) => isInside(ranges, index)))
      continue;
    const found =
      match[3] === undefined ? parseBrackets(text, match) : parseEnvironment(text, match);
    if (!found || code.some(({ start }) => start > index && start < found.close.end)) continue;
    edits.push(...toDollars(text, found, isLine));
    position = found.close.end;
  }
  return edits;
}

interface Formula {
  display: boolean;
  /** The opening delimiter and the spaces after it; empty for an environment. */
  open: Range;
  close: Range;
}

function parseBrackets(text: string, match: RegExpExecArray): Formula | undefined {
  const [whole, slashes = '', bracket] = match;
  const display = bracket === '[';
  const start = match.index + whole.length;
  const closing = new RegExp(`(?<!\\\\)\\\\{${slashes.length}}${display ? '\\]' : '\\)'}`);
  const excerpt = text.slice(start, start + MAX_LENGTH);
  const end = closing.exec(excerpt);
  const content = excerpt.slice(0, end?.index ?? 0);
  if (!end || /\n[ \t]*\r?\n/.test(content) || !isFormula(content, display)) return undefined;
  const leadingSpaces = /^[ \t]*/.exec(content)?.[0].length ?? 0;
  const trailingSpaces = /[ \t]*$/.exec(content)?.[0].length ?? 0;
  const close = start + end.index;
  return {
    display,
    open: { start: match.index, end: start + leadingSpaces },
    close: {
      start: Math.max(close - trailingSpaces, start + leadingSpaces),
      end: close + end[0].length,
    },
  };
}

function parseEnvironment(text: string, match: RegExpExecArray): Formula | undefined {
  const start = match.index;
  const closing = `\\end{${match[3]}}`;
  const length = text.slice(start, start + MAX_LENGTH).indexOf(closing);
  if (length < 0 || /\n[ \t]*\r?\n/.test(text.slice(start, start + length))) return undefined;
  const end = start + length + closing.length;
  return { display: true, open: { start, end: start }, close: { start: end, end } };
}

/** Tells formulas from words: `\[Video\]` and `\(see above\)` are words in brackets; `\(n\)` and `\[x = 1\]` are formulas. */
function isFormula(content: string, display: boolean): boolean {
  if (content.trim() === '') return false;
  if (/[\\^={}<>]|\w_\w/.test(content)) return true;
  if (display) return false;
  return !/\p{L}{3,}/u.test(content) && !/\s\p{L}{2,}/u.test(content);
}

/**
 * Joins the lines of a formula, so that Markdown sees no list, heading or quotation in it. Removes
 * TeX comments, which end with their line.
 */
function toDollars(text: string, { display, open, close }: Formula, isLine: boolean): Edit[] {
  const dollars = display ? '$$' : '$';
  const digit = display ? undefined : /^\d/.exec(text.slice(close.end))?.[0];
  const closingText = digit === undefined ? dollars : `${dollars}&#${digit.charCodeAt(0)};`;
  const isQuoted = !isLine && getLinePrefix(text, open.start).before.includes('>');
  const breaks = isQuoted ? /(?:(?<!\\)%.*)?\r?\n[ \t>]*/g : /(?:(?<!\\)%.*)?\r?\n[ \t]*/g;
  const content = text.slice(open.end, close.start);
  return [
    { ...open, text: dollars },
    ...[...content.matchAll(breaks)].map(({ index, 0: found }) => ({
      start: open.end + index,
      end: open.end + index + found.length,
      text: ' ',
    })),
    { start: close.start, end: close.end + (digit?.length ?? 0), text: closingText },
  ];
}
