import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import type { Heading } from '../../model/heading.ts';

/**
 * The headings of a text that are of its first two ranks, h2 and h3, in their order. The heading
 * that GitHub's footnotes have is none of the author's.
 * @param html A text as it stands on its page.
 */
export function tableOfContents(html: string): Heading[] {
  const tree: Root = fromHtml(html, { fragment: true });
  const headings: Heading[] = [];
  visit(tree, 'element', (element: Element) => {
    const { id } = element.properties;
    if (!/^h[23]$/.test(element.tagName) || typeof id !== 'string' || id === 'footnote-label')
      return;
    const heading = { id, html: toHtml(element.children.flatMap(words)), inside: [] };
    const above = element.tagName === 'h3' ? headings.at(-1)?.inside : undefined;
    (above ?? headings).push(heading);
  });
  return headings;
}

/** A link in a link is none, nor is an anchor that is there twice. */
function words(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  const { id: _, ...properties } = node.properties;
  if (node.tagName === 'sup' && node.children.some(isFootnote)) return [];
  const children = node.children.flatMap(words);
  return node.tagName === 'a' ? children : [{ ...node, properties, children }];
}

function isFootnote(node: ElementContent): boolean {
  return node.type === 'element' && 'dataFootnoteRef' in node.properties;
}
