import { absoluteAddresses } from '../html/absolute-addresses.ts';
import type { ResolveAddress } from '../html/resolve-address.ts';
import type { ShortcodeSite } from '../shortcodes/expand-shortcodes.ts';
import { stripJsx } from '../source/dialects.ts';
import { applyEdits, type Edit } from '../source/edits.ts';
import { isInside, regionsOf } from '../source/regions.ts';
import { prepareText } from './prepare-text.ts';

export interface PlainMarkdownOptions {
  math: boolean;
  shortcodes: ShortcodeSite;
  /** MDX has no shortcodes, but components, of which the words are kept. */
  isMdx: boolean;
  resolve: ResolveAddress;
}

/**
 * A text of an author's as Markdown that any program can read: shortcodes written out, formulas
 * between dollars, every address absolute, no comments.
 */
export function toPlainMarkdown(written: string, options: PlainMarkdownOptions): string {
  const { math, shortcodes, isMdx, resolve } = options;
  const source = written.replace(/\r\n?/g, '\n');
  const text = isMdx
    ? stripJsx(source)
    : prepareText(source, { shortcodes, math, lines: false }).text;
  return withoutGaps(absoluteAddresses(text, resolve)).trim();
}

/** One empty line between two blocks is enough; in code they stay. */
function withoutGaps(text: string): string {
  const { code } = regionsOf(text);
  const edits = [...text.matchAll(/(?<=\n)(?:[ \t]*\n){2,}/g)]
    .filter(({ index }) => !isInside(code, index))
    .map(({ index, 0: gap }): Edit => ({ start: index, end: index + gap.length, text: '\n' }));
  return applyEdits(text, edits).text;
}
