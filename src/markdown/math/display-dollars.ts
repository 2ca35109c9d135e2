import type { Edit } from '../source/edits.ts';
import { findRegions, getLinePrefix, isInside } from '../source/regions.ts';

/** A line that starts with `$$` and a formula, and does not end it. */
const opening =
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?\$\$(?!\$)(?=[^\n$]*\S)(?:[^\n$\\]|\\.)*$/gm;
/** A limit, so that a text full of dollars is read in linear time. */
const maxLength = 4000;

/**
 * Returns edits that put the closing `$$` of a displayed formula on a line of its own, as remark-math
 * requires if the formula starts on the line of the opening one and has several lines.
 */
export function separateClosingDollars(text: string): Edit[] {
  if (!text.includes('$$') || text.search(opening) === -1) return [];
  const { code, comments } = findRegions(text);
  const edits: Edit[] = [];
  let position = 0;
  for (const { index, 0: line } of text.matchAll(opening)) {
    if (index < position || isInside(code, index) || isInside(comments, index)) continue;
    const start = index + line.length;
    const excerpt = text.slice(start, start + maxLength);
    const blank = /\n[ \t>]*(?:\n|$)/.exec(excerpt)?.index ?? excerpt.length;
    const close = /(?<!\\)\$\$/.exec(excerpt.slice(0, blank));
    if (!close) continue;
    const end = start + close.index;
    position = end + 2;
    const { before, first } = getLinePrefix(text, end);
    const after = /^[ \t]*(\S?)/.exec(text.slice(position));
    if (!first) edits.push({ start: end, end, text: `\n${before}` });
    if (after?.[1]) edits.push({ start: position, end: position, text: `\n${before}` });
  }
  return edits;
}
