import { mayHaveEmoji } from '../source/emoji.ts';

/**
 * How much Markdown a line may contain. `title`: text with formulas, emphasis, sub- and superscripts; other markup
 * becomes its text. `line`: a caption, an event or a summary, also with links. Neither may contain headings or lists.
 */
export type InlineKind = 'title' | 'line';

/** A character of Markdown, TeX, HTML or shortcodes, or space that Markdown removes. */
const syntax = /[\\`*_{}[\]<>&$\0\t\n\r]|^[\s\uFEFF]| {2}|\s$/;
/** What typography replaces in a line. */
const typewriterMarks = /["']|--|\.[\s\x85]*\.[\s\x85]*\./;

/**
 * Returns whether a text is its own HTML and its own plain text, as most titles and names of events are: nothing
 * in it is Markdown, a formula or a shortcode, and typography changes nothing.
 */
export function isPlainLine(source: string, kind: InlineKind): boolean {
  return (
    !syntax.test(source) &&
    !(source.includes(':') && mayHaveEmoji(source)) &&
    !(kind === 'line' && typewriterMarks.test(source))
  );
}
