import { makeAddressesAbsolute } from '../html/absolute-addresses.ts';
import type { ResolveAddress } from '../html/resolve-address.ts';
import type { ShortcodeSite } from '../shortcodes/expand-shortcodes.ts';
import { stripJsx } from '../source/dialects.ts';
import { applyEdits, type Edit } from '../source/edits.ts';
import { isInside, findRegions } from '../source/regions.ts';
import { prepareText } from './prepare-text.ts';

/** How to convert a text to plain Markdown. */
export interface PlainMarkdownOptions {
  math: boolean;
  shortcodes: ShortcodeSite;
  /** MDX has components instead of shortcodes; their text is kept. */
  isMdx: boolean;
  resolve: ResolveAddress;
}

/**
 * Converts an author's text to Markdown that any program can read: expands shortcodes, puts
 * formulas between dollars, makes addresses absolute, and removes comments.
 */
export function toPlainMarkdown(raw: string, options: PlainMarkdownOptions): string {
  const { math, shortcodes, isMdx, resolve } = options;
  const source = raw.replace(/\r\n?/g, '\n');
  const text = isMdx
    ? stripJsx(source)
    : prepareText(source, { shortcodes, math, isLine: false }).text;
  return collapseBlankLines(makeAddressesAbsolute(text, resolve)).trim();
}

/** Reduces several blank lines to one, except in code. */
function collapseBlankLines(text: string): string {
  const blankParts = [...text.matchAll(/(?<=\n)(?:[ \t]*\n){2,}/g)];
  if (blankParts.length === 0) return text;
  const { code } = findRegions(text);
  const edits = blankParts
    .filter(({ index }) => !isInside(code, index))
    .map(({ index, 0: blankLines }): Edit => ({
      start: index,
      end: index + blankLines.length,
      text: '\n',
    }));
  return applyEdits(text, edits).text;
}
