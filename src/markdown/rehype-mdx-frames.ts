import type { Element, Root } from 'hast';
import type { Node } from 'unist';
import type { Plugin } from 'unified';
import { visit } from './visit.ts';

/** An element as MDX parses it; the value of an attribute is an object where it is a program. */
interface JsxElement extends Node {
  name: string | null;
  attributes: { name?: string; value?: unknown }[];
}

/** A frame in MDX, whose address is written out, as an element like one of Markdown. */
export const rehypeMdxFrames: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, (node, index, parent) => {
      if (!isFrame(node) || !parent || index === undefined) return;
      const { attributes, position } = node;
      const said = attributes.filter(({ name, value }) => name && typeof value === 'string');
      const properties = Object.fromEntries(said.map(({ name, value }) => [name, String(value)]));
      if (properties['src'] === undefined) return;
      const frame: Element = { type: 'element', tagName: 'iframe', properties, children: [] };
      parent.children[index] = position ? { ...frame, position } : frame;
    });
  };
};

function isFrame(node: Node): node is JsxElement {
  return /^mdxJsx(Flow|Text)Element$/.test(node.type) && (node as JsxElement).name === 'iframe';
}
