import type { Element, Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import type { Plugin } from 'unified';
import { EXIT, SKIP } from 'unist-util-visit';
import { getMarkdownContext } from '../source/markdown-context.ts';
import { isJsxElement, type JsxElement } from '../source/jsx-elements.ts';
import { visit } from '../source/visit.ts';
import { findElementObjection } from './unsupported-html.ts';

/** Removes the line breaks that remark puts between the parts of a text of HTML. */
export const rehypeHtmlText: Plugin<[], Root> = function () {
  return (tree, file) => {
    if (getMarkdownContext(file).html === undefined) return;
    tree.children = tree.children.filter(({ type }) => type !== 'text');
  };
};

/**
 * Parses HTML in Markdown into elements, so that later plugins see them. Removes comments. Replaces
 * spaces in ids, where HTML allows none (HTML Standard, 3.2.6), and in the links to them with
 * hyphens. Skips texts without HTML; MDX has no HTML nodes.
 */
export const rehypeEmbeddedHtml: Plugin<[], Root> = function () {
  return (tree, file) => {
    let hasHtml = false;
    visit(tree, 'raw', () => {
      hasHtml = true;
      return EXIT;
    });
    if (!hasHtml) return undefined;
    const parsed = raw(tree as Nodes, { file, passThrough: [] }) as Root;
    visit(parsed, 'comment', (_comment, index, parent) => {
      if (!parent || index === undefined) return undefined;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
    visit(parsed, 'element', ({ properties }) => {
      const { id, href } = properties;
      if (typeof id === 'string') properties['id'] = hyphenate(id);
      if (typeof href === 'string' && href.startsWith('#')) {
        properties['href'] = hyphenate(href);
      }
    });
    return parsed;
  };
};

function hyphenate(id: string): string {
  return id.trim().replace(/(?:\s|%20)+/g, '-');
}

const loadingElements =
  /^(?:img|iframe|embed|object|source|track|script|link|style|video|audio|input|form|image|feImage|use)$/;
const loadingAttributes = /^(?:poster|srcset|style|background|data-src|xlink:?href)$/i;
/** Attributes that the syntax tree spells differently from HTML or JSX. */
const spellings = new Map([
  ['class', 'className'],
  ['srcset', 'srcSet'],
  ['srcdoc', 'srcDoc'],
  ['data-src', 'dataSrc'],
  ['xlink:href', 'xLinkHref'],
  ['xlinkHref', 'xLinkHref'],
  ['http-equiv', 'httpEquiv'],
  ['itemprop', 'itemProp'],
  ['formaction', 'formAction'],
]);

/**
 * Turns JSX elements in MDX that may load something into HTML elements, so that later plugins treat
 * them like HTML in Markdown. Skips elements whose attributes are computed by expressions.
 */
export const rehypeJsxElements: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, (node) => {
      if (!isJsxElement(node)) return;
      const { name, attributes } = node;
      if (name === null || !/^[a-z][a-zA-Z]*$/.test(name)) return;
      const literals = attributes.filter(isLiteral);
      const properties = Object.fromEntries(
        literals.map(({ name: key = '', value }) => [spellings.get(key) ?? key, value ?? true]),
      );
      const element: Element = { type: 'element', tagName: name, properties, children: [] };
      const loads = attributes.some((attribute) => loadingAttributes.test(attribute.name ?? ''));
      if (!loads && !loadingElements.test(name) && !findElementObjection(element)) return;
      // Computed attributes of a frame, such as its size, do not change what it loads.
      const isStatic =
        name === 'iframe' ? literals.some(isAddress) : literals.length === attributes.length;
      if (!isStatic) return;
      Object.assign(node, { type: 'element', tagName: name, properties });
      delete (node as Partial<JsxElement>).attributes;
    });
  };
};

function isAddress({ name }: JsxElement['attributes'][number]): boolean {
  return name === 'src';
}

/** Returns whether an attribute has a text, or no value. */
function isLiteral(
  attribute: JsxElement['attributes'][number],
): attribute is { type: string; name?: string; value?: string | null } {
  const { type, value } = attribute;
  return (
    type === 'mdxJsxAttribute' &&
    (typeof value === 'string' || value === null || value === undefined)
  );
}
