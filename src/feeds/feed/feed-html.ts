import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { findFormula, toFormulaElement } from '../../model/page/search-text.ts';
import { toXhtml } from '../text/xhtml.ts';

/**
 * The elements of a feed: text, links, lists, tables, images and players, which FreshRSS keeps and
 * Miniflux keeps or unwraps. An element that is in neither of these sets is replaced by its content.
 */
const keptElements: ReadonlySet<string> = new Set(
  `a abbr audio b blockquote br caption cite code col colgroup dd del details dfn div dl dt em
   figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small
   source strong sub summary sup table tbody td tfoot th thead time tr u ul var video wbr`.split(
    /\s+/,
  ),
);

/** Removed with their content: scripts, forms, and what is meaningless without a style sheet. */
const removedElements: ReadonlySet<string> = new Set(
  `button canvas datalist dialog embed head input link map math meta meter noscript object option
   progress script select style svg template textarea title`.split(/\s+/),
);

/** An address, which is made absolute, or any other text. */
type AttributeKind = 'address' | 'text';

/** The attributes that are kept, by their names in hast, in the order in which they are written. */
const keptAttributes: Readonly<Record<string, AttributeKind>> = {
  href: 'address',
  src: 'address',
  poster: 'address',
  cite: 'address',
  alt: 'text',
  title: 'text',
  width: 'text',
  height: 'text',
  controls: 'text',
  colSpan: 'text',
  rowSpan: 'text',
  align: 'text',
  dateTime: 'text',
  reversed: 'text',
  start: 'text',
  dir: 'text',
  lang: 'text',
};

/**
 * Returns HTML of a page for feed readers, in well-formed XHTML: only what readers keep, with absolute
 * addresses, and formulas as text.
 * @param page The absolute address of the page that contains the HTML.
 */
export function toFeedHtml(html: string, page: string): string {
  const tree: Root = fromHtml(html, { fragment: true });
  return toXhtml(tree.children.flatMap((node) => convertNode(node, page)));
}

function convertNode(node: RootContent, page: string): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  const { tagName, properties } = node;
  const formula = findFormula(node);
  if (formula) {
    const element = toFormulaElement(formula);
    if (!formula.display) return [element];
    return [{ type: 'element', tagName: 'p', properties: {}, children: [element] }];
  }
  if (removedElements.has(tagName) || isHidden(properties)) return [];
  if (tagName === 'iframe') return toLink(properties, page);
  const children = node.children.flatMap((child) => convertNode(child, page));
  if (!keptElements.has(tagName)) return children;
  const element = { ...node, properties: pickAttributes(properties, page), children };
  if (tagName === 'a' && element.properties['href'] === undefined) return children;
  if (['img', 'source'].includes(tagName) && element.properties['src'] === undefined) return [];
  return tagName === 'p' ? splitParagraph(element) : [element];
}

function pickAttributes(properties: Properties, page: string): Properties {
  const attributes: Properties = {};
  for (const [name, kind] of Object.entries(keptAttributes) as [string, AttributeKind][]) {
    const property = properties[name];
    if (property === undefined || property === null || property === false) continue;
    const raw = Array.isArray(property) ? property.join(' ') : property;
    const value = kind === 'address' ? toAbsolute(String(raw), page) : raw;
    if (value !== undefined) attributes[name] = value;
  }
  // Readers drop styles and keep this.
  const [, align] = /^text-align: (\w+)$/.exec(String(properties['style'])) ?? [];
  if (align !== undefined) attributes['align'] = align;
  return attributes;
}

/** Returns undefined for an address that does not work in a feed, such as `javascript:`. */
function toAbsolute(href: string, page: string): string | undefined {
  const url = URL.parse(href.trim(), page);
  const allowedAddress = /^(https?|mailto|tel):|^data:image\//i;
  return url && allowedAddress.test(url.href) ? url.href : undefined;
}

/** Returns a link to the page in a frame. */
function toLink({ src, title }: Properties, page: string): ElementContent[] {
  const href = typeof src === 'string' ? toAbsolute(src, page) : undefined;
  if (href === undefined) return [];
  const label = typeof title === 'string' && title !== '' ? title : href;
  const children: ElementContent[] = [{ type: 'text', value: label }];
  return [{ type: 'element', tagName: 'a', properties: { href }, children }];
}

/** Splits a paragraph at the paragraphs inside it, which displayed formulas become. */
function splitParagraph(paragraph: Element): ElementContent[] {
  const parts: Element[] = [];
  let current: Element | undefined;
  for (const child of paragraph.children) {
    if (child.type === 'element' && child.tagName === 'p') {
      parts.push(child);
      current = undefined;
    } else if (current) current.children.push(child);
    else if (child.type !== 'text' || child.value.trim() !== '') {
      current = { ...paragraph, children: [child] };
      parts.push(current);
    }
  }
  return parts;
}

function isHidden(properties: Properties): boolean {
  return properties['hidden'] === true || properties['ariaHidden'] === 'true';
}
