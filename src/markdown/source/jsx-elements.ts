import type { Node } from 'unist';

/** The parts of a JSX element in MDX that matter here (mdast-util-mdx-jsx). */
export interface JsxElement extends Node {
  /** Null for a fragment, `<>`. */
  name: string | null;
  /** Their values are texts or expressions. An expression in braces is an attribute without a name. */
  attributes: { type: string; name?: string; value?: unknown }[];
}

/** The types of the nodes of JSX elements in blocks and in lines. */
export const jsxElements: readonly string[] = ['mdxJsxFlowElement', 'mdxJsxTextElement'];

/** Returns whether a node is a JSX element of MDX. */
export function isJsxElement(node: Node): node is JsxElement {
  return jsxElements.includes(node.type);
}
