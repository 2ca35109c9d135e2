import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toReprinted } from '../../model/page/formula-placeholder.ts';
import type { Heading } from '../../model/page/table-of-contents.ts';
import { visit } from '../source/visit.ts';

/**
 * Returns the headings h2 and h3 of a text, in their order, without the heading that GitHub adds to
 * footnotes. @param html A text with placeholders for formulas.
 */
export function toTableOfContents(html: string): Heading[] {
  const tree: Root = fromHtml(html, { fragment: true });
  const headings: Heading[] = [];
  visit(tree, 'element', (element: Element) => {
    const { id } = element.properties;
    if (!/^h[23]$/.test(element.tagName) || typeof id !== 'string' || id === 'footnote-label')
      return;
    const heading = { id, html: toHtml(element.children.flatMap(removeLinks)), inside: [] };
    const nested = element.tagName === 'h3' ? headings.at(-1)?.inside : undefined;
    (nested ?? headings).push(heading);
  });
  return headings;
}

/** Removes links, ids and footnote references: a heading in the list is a link itself. */
function removeLinks(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  const { id: _, ...properties } = toReprinted(node.properties);
  if (node.tagName === 'sup' && node.children.some(isFootnote)) return [];
  const children = node.children.flatMap(removeLinks);
  return node.tagName === 'a' ? children : [{ ...node, properties, children }];
}

function isFootnote(node: ElementContent): boolean {
  return node.type === 'element' && 'dataFootnoteRef' in node.properties;
}
