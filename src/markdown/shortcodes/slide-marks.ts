import type { Edit } from '../source/edits.ts';
import { isInside, linePrefix, type Regions } from '../source/regions.ts';
import { escapeHtml } from './shortcode-html.ts';
import type { Tag } from './shortcode-tags.ts';

/** What only slides have, as edits, and the tags of shortcodes that these are of. */
export interface SlideMarks {
  edits: Edit[];
  taken: Set<Tag>;
}

/** A line that parts two slides: `---`, or `***` and `___`, side by side; `--` one below the other. */
const separator = /^ {0,3}(?:(--)|([-*_])(?:[ \t]*\2){2,})[ \t]*$/gm;
/** Longer dashes below a line of text make a heading of it, as in any Markdown. */
const underlined = /\S[^\n]*\n$/;

/**
 * The marks of slides in Markdown as Hugo Academic has them: separators become `<hr>`, and the
 * shortcodes `slide`, `fragment` and `speaker_note` elements, for `rehypeSlides` to find. What stands
 * in code, formulas or HTML is none. A tag without its other half is taken out.
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

/** What the tag closes is taken off `open`, with what stands open inside it. */
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
