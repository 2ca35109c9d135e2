import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toText } from 'hast-util-to-text';
import { SKIP, visit } from 'unist-util-visit';
import { texToText } from '../model/tex-to-text.ts';

/**
 * HTML of a page as a feed reader can show it: addresses absolute, no classes or styles, and a
 * formula once, as text, since readers drop the style sheet that hides KaTeX's second form.
 */
export function toFeedHtml(html: string, absolute: (href: string) => string): string {
  const tree: Root = fromHtml(html, { fragment: true });
  visit(tree, 'element', (element, index, parent) => {
    if (classesOf(element).includes('katex') && parent && index !== undefined) {
      parent.children[index] = {
        type: 'element',
        tagName: 'em',
        properties: {},
        children: [{ type: 'text', value: texToText(texOf(element)) }],
      };
      return SKIP;
    }
    for (const name of ['className', 'style', 'id', 'tabIndex']) delete element.properties[name];
    for (const name of ['href', 'src'] as const) {
      const value = element.properties[name];
      if (typeof value === 'string') element.properties[name] = absolute(value);
    }
    return undefined;
  });
  return toHtml(tree, { closeSelfClosing: true, closeEmptyElements: true });
}

function classesOf(element: Element): unknown[] {
  const { className } = element.properties;
  return Array.isArray(className) ? className : [];
}

function texOf(formula: Element): string {
  let annotation: Nodes | undefined;
  visit(formula, { tagName: 'annotation' }, (node) => {
    annotation = node;
  });
  return annotation ? toText(annotation, { whitespace: 'pre' }) : toText(formula);
}
