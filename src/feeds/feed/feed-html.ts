import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { attributes, dropped, elements, type Attribute } from './feed-elements.ts';
import { displayedFormula, formula } from './feed-formula.ts';
import { toXhtml } from './feed-xhtml.ts';

/**
 * HTML of a page as a feed reader can show it, in well-formed XHTML: what readers keep and nothing
 * else, every address absolute, formulas as text.
 * @param page The absolute address of the page that the HTML stands on.
 */
export function toFeedHtml(html: string, page: string): string {
  const tree: Root = fromHtml(html, { fragment: true });
  return toXhtml(tree.children.flatMap((node) => convert(node, page)));
}

function convert(node: RootContent, page: string): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  const { tagName, properties } = node;
  if (hasClass(node, 'katex-display')) return [displayedFormula(node)];
  if (hasClass(node, 'katex')) return [formula(node)];
  if (dropped.has(tagName) || isUnseen(properties)) return [];
  if (tagName === 'iframe') return toLink(properties, page);
  const children = node.children.flatMap((child) => convert(child, page));
  if (!elements.has(tagName)) return children;
  const kept = { ...node, properties: keep(properties, page), children };
  if (tagName === 'a' && kept.properties['href'] === undefined) return children;
  if (['img', 'source'].includes(tagName) && kept.properties['src'] === undefined) return [];
  return tagName === 'p' ? splitParagraph(kept) : [kept];
}

function keep(properties: Properties, page: string): Properties {
  const kept: Properties = {};
  for (const [name, holds] of Object.entries(attributes) as [string, Attribute][]) {
    const value = properties[name];
    if (value === undefined || value === null || value === false) continue;
    const written = Array.isArray(value) ? value.join(' ') : value;
    const said = holds === 'address' ? toAbsolute(String(written), page) : written;
    if (said !== undefined) kept[name] = said;
  }
  // Readers drop styles and keep this.
  const [, align] = /^text-align: (\w+)$/.exec(String(properties['style'])) ?? [];
  if (align !== undefined) kept['align'] = align;
  return kept;
}

/** Undefined for what leads nowhere from a feed, such as `javascript:`. */
function toAbsolute(href: string, page: string): string | undefined {
  const url = URL.parse(href.trim(), page);
  const allowed = /^(https?|mailto|tel):|^data:image\//i;
  return url && allowed.test(url.href) ? url.href : undefined;
}

/** A frame shows a page; in a feed, a link leads to it. */
function toLink({ src, title }: Properties, page: string): ElementContent[] {
  const href = typeof src === 'string' ? toAbsolute(src, page) : undefined;
  if (href === undefined) return [];
  const words = typeof title === 'string' && title !== '' ? title : href;
  const children: ElementContent[] = [{ type: 'text', value: words }];
  return [{ type: 'element', tagName: 'a', properties: { href }, children }];
}

/** No paragraph may stand in a paragraph, as a displayed formula would. */
function splitParagraph(paragraph: Element): ElementContent[] {
  const parts: Element[] = [];
  let open: Element | undefined;
  for (const child of paragraph.children) {
    if (child.type === 'element' && child.tagName === 'p') {
      parts.push(child);
      open = undefined;
    } else if (open) open.children.push(child);
    else if (child.type !== 'text' || child.value.trim() !== '') {
      open = { ...paragraph, children: [child] };
      parts.push(open);
    }
  }
  return parts;
}

function isUnseen(properties: Properties): boolean {
  return properties['hidden'] === true || properties['ariaHidden'] === 'true';
}

function hasClass({ properties }: Element, name: string): boolean {
  const { className } = properties;
  return Array.isArray(className) && className.includes(name);
}
