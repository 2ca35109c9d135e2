import type { Element, Root } from 'hast';
import type { Node } from 'unist';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

/** An element of JSX in MDX, as far as it matters here (mdast-util-mdx-jsx). */
interface JsxElement extends Node {
  name: string | null;
  attributes: { type: string; name?: string; value?: unknown }[];
  children: Element['children'];
}

const loaders = /^(?:img|iframe|embed|object|source|script|link|style|video|audio)$/;
const loading = /^(?:poster|srcset|style|background)$/i;
/** Where HTML and its syntax tree spell an attribute differently. */
const spellings: Record<string, string> = { class: 'className', srcset: 'srcSet' };

/**
 * Makes real elements of those in MDX that may load something, so that the plugins after it treat
 * them like HTML in Markdown. What an expression computes stays as it is: only a program knows it.
 */
export const rehypeJsxElements: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, (node) => {
      if (!/^mdxJsx(?:Flow|Text)Element$/.test(node.type)) return;
      const { name, attributes } = node as unknown as JsxElement;
      const loads = attributes.some((attribute) => loading.test(attribute.name ?? ''));
      if (name === null || !/^[a-z]+$/.test(name) || !(loads || loaders.test(name))) return;
      const literal = attributes.filter(isLiteral);
      // What a program says of the size of a frame does not change what it shows.
      const known =
        name === 'iframe' ? literal.some(isAddress) : literal.length === attributes.length;
      if (!known) return;
      const properties = Object.fromEntries(
        literal.map(({ name: key = '', value }) => [spellings[key] ?? key, value ?? true]),
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
