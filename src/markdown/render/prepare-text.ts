import { mathjaxDelimiters } from '../math/mathjax-delimiters.ts';
import { expandShortcodes, type ShortcodeSite } from '../shortcodes/expand-shortcodes.ts';
import { kramdownMarks } from '../source/dialects.ts';
import { applyEdits, unedited, type EditedText } from '../source/edits.ts';
import type { TextFinding } from '../source/environment.ts';

export interface PrepareOptions {
  /** Absent for a text without shortcodes. */
  shortcodes?: ShortcodeSite;
  math: boolean;
  /** The text is one line: shortcodes become no blocks. */
  lines: boolean;
  /** The text is a deck of slides. */
  slides?: boolean;
}

export interface PreparedText extends EditedText {
  /** With positions in the text as written. */
  findings: TextFinding[];
}

/**
 * Converts the shortcodes, kramdown attributes and MathJax delimiters of old sites to Markdown with
 * formulas between dollars.
 */
export function prepareText(written: string, options: PrepareOptions): PreparedText {
  const { edits, findings } = options.shortcodes
    ? expandShortcodes(written, options.shortcodes, options)
    : { edits: [], findings: [] };
  if (options.shortcodes && !options.lines) edits.push(...kramdownMarks(written));
  const expanded = edits.length > 0 ? applyEdits(written, edits) : unedited(written);
  const toMath = options.math ? mathjaxDelimiters(expanded.text, options.lines) : [];
  if (toMath.length === 0) return { ...expanded, findings };
  const typeset = applyEdits(expanded.text, toMath);
  return {
    text: typeset.text,
    toSource: (place) => expanded.toSource(typeset.toSource(place)),
    findings,
  };
}
