import type { Edit } from '../source/edits.ts';
import { getLinePrefix, isAlone, isInside, type Range, type Regions } from '../source/regions.ts';
import { escapeHtml } from './shortcode-html.ts';

/** The attributes of a slide or an element, in a comment. */
const comment = /<!--\s*\.(slide|element):\s*([\s\S]*?)-->/g;
const attribute = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** A line that starts speaker notes, which go on up to the end of the slide. */
const noteLine = /^ {0,3}notes?:[ \t]*/gim;
const elementAttributes = /^(?:class|id|style|data-fragment-index)$/;

/**
 * Replaces the conventions of reveal.js for Markdown: `Note:` and the text after it on the slide,
 * `<!-- .slide: … -->` and `<!-- .element: … -->`.
 * @param separators The lines between the slides.
 * @see https://revealjs.com/markdown/
 */
export function findRevealMarks(
  text: string,
  separators: readonly Range[],
  { code, formulas, html, comments }: Regions,
): Edit[] {
  const isIn = (regions: readonly (readonly Range[])[], index: number) =>
    regions.some((ranges) => isInside(ranges, index));
  const edits: Edit[] = [];
  for (const { index, 0: source, 1: kind, 2: list = '' } of text.matchAll(comment)) {
    if (isIn([code, formulas], index)) continue;
    const attributes = [...list.matchAll(attribute)].map(
      ([, name = '', double, single]) => [name.toLowerCase(), double ?? single ?? ''] as const,
    );
    const range = { start: index, end: index + source.length };
    const name = isAlone(text, range) ? 'div' : 'span';
    const element = kind === 'slide' ? toSlideElement(attributes) : toElementMark(name, attributes);
    edits.push({ ...range, text: element });
  }
  let end = 0;
  for (const { index, 0: start } of text.matchAll(noteLine)) {
    if (index < end || isIn([code, formulas, html, comments], index)) continue;
    end = separators.find((separator) => separator.start > index)?.start ?? text.length;
    const { before } = getLinePrefix(text, index);
    edits.push(
      {
        ...{ start: index, end: index + start.length },
        text: `\n${before}<div class="notes" role="note">\n\n`,
      },
      { start: end, end, text: '\n\n</div>\n\n' },
    );
  }
  return edits;
}

type Attributes = readonly (readonly [name: string, value: string])[];

/** Returns the element that `rehypeSlides` reads the attributes of a slide from. */
export function toSlideElement(attributes: Attributes): string {
  const list = attributes.map(([name, value]) => {
    const key = name.replace(/^data-/, '').replace(/[^a-z-]/g, '');
    return ` data-${key}="${escapeHtml(value)}"`;
  });
  return `\n<div data-slide="this"${list.join('')}></div>\n`;
}

/** Returns the element whose attributes `rehypeSlides` moves to the element before or around it. */
function toElementMark(element: string, attributes: Attributes): string {
  const list = attributes
    .filter(([name]) => elementAttributes.test(name))
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  return `<${element} data-slide="element"${list.join('')}></${element}>`;
}
