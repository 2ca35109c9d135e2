import type { Element, Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import type { Plugin } from 'unified';
import type { Node } from 'unist';
import { EXIT, SKIP } from 'unist-util-visit';
import { visit } from '../source/visit.ts';

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

/** The parts of a JSX element in MDX that matter here (mdast-util-mdx-jsx). */
interface JsxElement extends Node {
  name: string | null;
  attributes: { type: string; name?: string; value?: unknown }[];
  children: Element['children'];
}

const loadingElements = /^(?:img|iframe|embed|object|source|script|link|style|video|audio)$/;
const loadingAttributes = /^(?:poster|srcset|style|background)$/i;
/** Attributes that the syntax tree spells differently from HTML. */
const spellings = new Map([
  ['class', 'className'],
  ['srcset', 'srcSet'],
]);

/**
 * Turns JSX elements in MDX that may load something into HTML elements, so that later plugins treat
 * them like HTML in Markdown. Skips elements whose attributes are computed by expressions.
 */
export const rehypeJsxElements: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, (node) => {
      if (!/^mdxJsx(?:Flow|Text)Element$/.test(node.type)) return;
      const { name, attributes } = node as unknown as JsxElement;
      const loads = attributes.some((attribute) => loadingAttributes.test(attribute.name ?? ''));
      if (name === null || !/^[a-z]+$/.test(name) || !(loads || loadingElements.test(name))) return;
      const literals = attributes.filter(isLiteral);
      // Computed attributes of a frame, such as its size, do not change what it loads.
      const isStatic =
        name === 'iframe' ? literals.some(isAddress) : literals.length === attributes.length;
      if (!isStatic) return;
      const properties = Object.fromEntries(
        literals.map(({ name: key = '', value }) => [spellings.get(key) ?? key, value ?? true]),
      );
      Object.assign(node, { type: 'element', tagName: name, properties });
      delete (node as Partial<JsxElement>).attributes;
    });
  };
};

function isAddress({ name }: JsxElement['attributes'][number]): boolean {
  return name === 'src';
}

function isLiteral({ type, value }: JsxElement['attributes'][number]): boolean {
  return (
    type === 'mdxJsxAttribute' &&
    (typeof value === 'string' || value === null || value === undefined)
  );
}
