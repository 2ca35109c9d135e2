import { separateClosingDollars } from '../math/display-dollars.ts';
import { replaceMathjaxDelimiters } from '../math/mathjax-delimiters.ts';
import { expandShortcodes, type ShortcodeSite } from '../shortcodes/expand-shortcodes.ts';
import { removeAttributeLists } from '../source/attribute-lists.ts';
import { removeKramdownAttributes } from '../source/dialects.ts';
import { applyEdits, withoutEdits, type EditedText } from '../source/edits.ts';
import { replaceEmojiNames } from '../source/emoji.ts';
import type { TextFinding } from '../source/markdown-context.ts';

export interface PrepareOptions {
  /** Absent for a text without shortcodes. */
  shortcodes?: ShortcodeSite;
  math: boolean;
  /** The text is one line: shortcodes become no blocks. */
  isLine: boolean;
  /** The text is a deck of slides. */
  slides?: boolean;
  /** Marks what is left of a shortcode with a problem with an element of HTML: see `createMark`. */
  marks?: boolean;
}

export interface PreparedText extends EditedText {
  /** With positions in the original text. */
  findings: TextFinding[];
}

/** Expands the shortcodes of a text of HTML. Its formulas and its words stay as they are. */
export function prepareHtml(source: string, shortcodes: ShortcodeSite): PreparedText {
  const { edits, findings } = expandShortcodes(source, shortcodes, { isLine: false, isHtml: true });
  return { ...applyEdits(source, edits), findings };
}

/**
 * Converts the shortcodes, kramdown attributes and MathJax delimiters of old sites to Markdown with
 * formulas between dollars.
 */
export function prepareText(source: string, options: PrepareOptions): PreparedText {
  const { edits, findings } = options.shortcodes
    ? expandShortcodes(source, options.shortcodes, options)
    : { edits: [], findings: [] };
  if (options.shortcodes && !options.isLine)
    edits.push(...removeAttributeLists(source), ...removeKramdownAttributes(source));
  edits.push(...replaceEmojiNames(source));
  const expanded = edits.length > 0 ? applyEdits(source, edits) : withoutEdits(source);
  const mathEdits = options.math
    ? [
        ...replaceMathjaxDelimiters(expanded.text, options.isLine),
        ...(options.isLine ? [] : separateClosingDollars(expanded.text)),
      ]
    : [];
  if (mathEdits.length === 0) return { ...expanded, findings };
  const withDollars = applyEdits(expanded.text, mathEdits);
  return {
    text: withDollars.text,
    toSource: (place) => expanded.toSource(withDollars.toSource(place)),
    findings,
  };
}
