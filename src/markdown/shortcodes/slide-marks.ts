import type { Edit } from '../source/edits.ts';
import { isInside, linePrefix, type Regions } from '../source/regions.ts';
import { escapeHtml } from './shortcode-html.ts';
import type { Tag } from './shortcode-tags.ts';

/** The edits for the syntax of slides, and the shortcode tags that they replace. */
export interface SlideMarks {
  edits: Edit[];
  taken: Set<Tag>;
}

/** A line between two slides: `---`, `***` or `___` starts the next slide, `--` a slide below. */
const separator = /^ {0,3}(?:(--)|([-*_])(?:[ \t]*\2){2,})[ \t]*$/gm;
/** Matches text before longer dashes, which make it a heading, as in all Markdown. */
const underlined = /\S[^\n]*\n$/;

/**
 * Replaces the slide syntax of Hugo Academic: separators become `<hr>`, the shortcodes `slide`,
 * `fragment` and `speaker_note` become elements that `rehypeSlides` finds. Ignores code, formulas
 * and HTML. Removes a tag without its counterpart.
 */
export function findSlideMarks(
  text: string,
  tags: readonly Tag[],
  { code, formulas, html, comments }: Regions,
): SlideMarks {
  const isText = (at: number) => ![code, formulas, html].some((ranges) => isInside(ranges, at));
  const edits: Edit[] = [];
  for (const { index, 0: line, 1: below } of text.matchAll(separator)) {
    const isHeading = /^ {0,3}-{4,}\s*$/.test(line) && underlined.test(text.slice(0, index));
    if (!isText(index) || isHeading) continue;
    const mark = `\n<hr data-slide="${below ? 'below' : 'next'}">\n`;
    edits.push({ start: index, end: index + line.length, text: mark });
  }
  const isKept = (at: number) => [code, formulas, comments].some((ranges) => isInside(ranges, at));
  const own = tags.filter(({ name, start }) => names.has(name) && !isKept(start));
  const open: Tag[] = [];
  for (const tag of own) {
    if (tag.name === 'slide') edits.push(replaced(tag, tag.closing ? '' : slideElement(tag)));
    else if (!tag.closing) open.push(tag);
    else edits.push(...pair(text, open, tag));
  }
  edits.push(...open.map((tag) => replaced(tag, '')));
  return { edits, taken: new Set(own) };
}

const names = new Set(['slide', 'fragment', 'speaker_note']);

/**
 * Replaces a closing tag and the tag that it closes, which it removes from `open`, together with
 * unclosed tags inside.
 */
function pair(text: string, open: Tag[], closing: Tag): Edit[] {
  const at = open.findLastIndex(({ name }) => name === closing.name);
  const [opening, ...unclosed] = at < 0 ? [] : open.splice(at);
  if (!opening) return [replaced(closing, '')];
  const inside = text.slice(opening.end, closing.start);
  const { before, first } = linePrefix(text, opening.start);
  const isBlock = opening.name === 'speaker_note' || (first && inside.trim().includes('\n'));
  const alone = first && /^[ \t]*\n/.test(inside);
  const name = isBlock || alone ? 'div' : 'span';
  const element = `<${name}${attributesOf(opening)}>`;
  const lines = (parts: string[]) => parts.join(`\n${before}`);
  const [start, end] =
    name === 'span'
      ? [element, '</span>']
      : [
          lines([...(first ? [] : ['', '']), element, '', '']),
          lines(['', '', `</${name}>`, '', '']),
        ];
  return [
    ...unclosed.map((tag) => replaced(tag, '')),
    replaced(opening, start),
    replaced(closing, end),
  ];
}

function attributesOf({ name, named, positional }: Tag): string {
  if (name === 'speaker_note') return ' class="notes" role="note"';
  const more = named['class'] ?? positional.join(' ');
  const index = named['index'] ?? named['weight'] ?? '';
  const order = /^\d+$/.test(index) ? ` data-fragment-index="${index}"` : '';
  return ` class="${escapeHtml(`fragment ${more}`.trim())}"${order}`;
}

function slideElement({ named }: Tag): string {
  const pairs = Object.entries(named).map(
    ([name, value]) => ` data-${name.replace(/[^a-z-]/g, '')}="${escapeHtml(value)}"`,
  );
  return `\n<div data-slide="this"${pairs.join('')}></div>\n`;
}

function replaced({ start, end }: Tag, text: string): Edit {
  return { start, end, text };
}
