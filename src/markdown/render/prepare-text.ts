import { mathjaxDelimiters } from '../math/mathjax-delimiters.ts';
import { expandShortcodes, type ShortcodeSite } from '../shortcodes/expand-shortcodes.ts';
import { kramdownMarks } from '../source/dialects.ts';
import { applyEdits, unedited, type EditedText } from '../source/edits.ts';
import type { TextFinding } from '../source/environment.ts';

export interface PrepareOptions {
  /** Absent for a text in which shortcodes have no meaning. */
  shortcodes?: ShortcodeSite;
  math: boolean;
  /** The text is one line: what is put in may not be blocks. */
  lines: boolean;
  /** The text is a deck of slides. */
  slides?: boolean;
}

export interface PreparedText extends EditedText {
  /** At their places in the text as written. */
  findings: TextFinding[];
}

/** A text as authors of old sites write it, as Markdown with formulas between dollars. */
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
