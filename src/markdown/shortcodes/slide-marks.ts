import type { Edit } from '../source/edits.ts';
import { isInside, getLinePrefix, type Range, type Regions } from '../source/regions.ts';
import { findRevealMarks, toSlideElement } from './reveal-marks.ts';
import { escapeHtml } from './shortcode-html.ts';
import type { ShortcodeTag } from './shortcode-tags.ts';

/** The edits for the syntax of slides, and the shortcode tags that they replace. */
export interface SlideMarks {
  edits: Edit[];
  tags: Set<ShortcodeTag>;
}

/** A line between two slides: `---`, `***` or `___` starts the next slide, `--` a slide below. */
const separator = /^ {0,3}(?:(--)|([-*_])(?:[ \t]*\2){2,})[ \t]*$/gm;
/** Matches text before longer dashes, which make it a heading, as in all Markdown. */
const setextHeading = /\S[^\n]*\n$/;

/**
 * Replaces the slide syntax of Hugo Academic and reveal.js: separators become `<hr>`, the shortcodes `slide`,
 * `fragment` and `speaker_note` become elements that `rehypeSlides` finds. Ignores code, formulas
 * and HTML. Removes a tag without its counterpart.
 */
export function findSlideMarks(
  text: string,
  tags: readonly ShortcodeTag[],
  regions: Regions,
): SlideMarks {
  const { code, formulas, html, comments } = regions;
  const isText = (index: number) =>
    ![code, formulas, html].some((ranges) => isInside(ranges, index));
  const edits: Edit[] = [];
  const separators: Range[] = [];
  for (const { index, 0: line, 1: below } of text.matchAll(separator)) {
    const isHeading = /^ {0,3}-{4,}\s*$/.test(line) && setextHeading.test(text.slice(0, index));
    if (!isText(index) || isHeading) continue;
    const mark = `\n<hr data-slide="${below ? 'below' : 'next'}">\n`;
    edits.push({ start: index, end: index + line.length, text: mark });
    separators.push({ start: index, end: index + line.length });
  }
  edits.push(...findRevealMarks(text, separators, regions));
  const isSkipped = (index: number) =>
    [code, formulas, comments].some((ranges) => isInside(ranges, index));
  const slideTags = tags.filter(({ name, start }) => shortcodeNames.has(name) && !isSkipped(start));
  const open: ShortcodeTag[] = [];
  for (const tag of slideTags) {
    if (tag.name === 'slide')
      edits.push(toEdit(tag, tag.closing ? '' : toSlideElement(Object.entries(tag.namedArgs))));
    else if (!tag.closing) open.push(tag);
    else edits.push(...replacePair(text, open, tag));
  }
  edits.push(...open.map((tag) => toEdit(tag, '')));
  return { edits, tags: new Set(slideTags) };
}

const shortcodeNames = new Set(['slide', 'fragment', 'speaker_note']);

/**
 * Replaces a closing tag and the tag that it closes, which it removes from `open`, together with
 * unclosed tags inside.
 */
function replacePair(text: string, open: ShortcodeTag[], closing: ShortcodeTag): Edit[] {
  const index = open.findLastIndex(({ name }) => name === closing.name);
  const [opening, ...unclosed] = index < 0 ? [] : open.splice(index);
  if (!opening) return [toEdit(closing, '')];
  const inside = text.slice(opening.end, closing.start);
  const { before, first } = getLinePrefix(text, opening.start);
  const isBlock = opening.name === 'speaker_note' || (first && inside.trim().includes('\n'));
  const isAlone = first && /^[ \t]*\n/.test(inside);
  const name = isBlock || isAlone ? 'div' : 'span';
  const element = `<${name}${toFragmentAttributes(opening)}>`;
  const joinLines = (parts: string[]) => parts.join(`\n${before}`);
  const [start, end] =
    name === 'span'
      ? [element, '</span>']
      : [
          joinLines([...(first ? [] : ['', '']), element, '', '']),
          joinLines(['', '', `</${name}>`, '', '']),
        ];
  return [...unclosed.map((tag) => toEdit(tag, '')), toEdit(opening, start), toEdit(closing, end)];
}

function toFragmentAttributes({ name, namedArgs, args }: ShortcodeTag): string {
  if (name === 'speaker_note') return ' class="notes" role="note"';
  const classes = namedArgs['class'] ?? args.join(' ');
  const index = namedArgs['index'] ?? namedArgs['weight'] ?? '';
  const order = /^\d+$/.test(index) ? ` data-fragment-index="${index}"` : '';
  return ` class="${escapeHtml(`fragment ${classes}`.trim())}"${order}`;
}

function toEdit({ start, end }: ShortcodeTag, text: string): Edit {
  return { start, end, text };
}
