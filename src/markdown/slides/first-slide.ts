import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { DeckOpening } from '../../model/deck/deck.ts';
import { formulaAttribute } from '../../model/page/formula-placeholder.ts';
import { visit } from '../source/visit.ts';

/**
 * Returns the first slide of a deck as a `<div>` without links, buttons and ids. Undefined if the
 * text has no slides. @param html The slides with placeholders for formulas.
 */
export function toFirstSlide(html: string): Omit<DeckOpening, 'href'> | undefined {
  const tree: Root = fromHtml(html, { fragment: true });
  const slides: Element[] = [];
  visit(tree, 'element', (element: Element) => {
    if (getClasses(element).includes('slide')) slides.push(element);
  });
  const [first] = slides;
  if (!first) return undefined;
  const { className, style } = first.properties;
  const slide: Element = {
    type: 'element',
    tagName: 'div',
    properties: { className, ...(style !== undefined && { style }) },
    children: first.children.flatMap(toStatic),
  };
  return { html: toHtml(slide), hasMath: hasFormula(slide), count: slides.length };
}

/** Returns whether an element contains a formula, or one that KaTeX rejected. */
function hasFormula(element: Element): boolean {
  let isFound = false;
  visit(element, 'element', (inner) => {
    isFound ||= formulaAttribute in inner.properties || getClasses(inner).includes('katex-error');
  });
  return isFound;
}

/** Elements that are interactive or structure a page, and their replacements. */
const replacements = new Map([
  ['a', 'span'],
  ['button', 'span'],
  ['section', 'div'],
]);
const mediaElements = new Set(['video', 'audio', 'iframe']);

/** Returns a node without media, notes, links, buttons and ids. */
function toStatic(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  const { tagName } = node;
  if (mediaElements.has(tagName) || getClasses(node).includes('notes')) return [];
  const { id: _, href: __, tabIndex: ___, ...rest } = node.properties;
  const classNames = getClasses(node).filter((name) => name !== 'fragment');
  const isHeading = /^h\d$/.test(tagName);
  const className = [...classNames, ...(isHeading ? ['heading'] : [])];
  const properties = { ...rest, className: className.length > 0 ? className : undefined };
  const staticName = isHeading ? 'p' : (replacements.get(tagName) ?? tagName);
  return [{ ...node, tagName: staticName, properties, children: node.children.flatMap(toStatic) }];
}

function getClasses({ properties }: Element): string[] {
  const { className } = properties;
  return Array.isArray(className) ? className.map(String) : [];
}
