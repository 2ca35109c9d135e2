import type { Node, Parent } from 'unist';

/**
 * The most levels of a tree: more than a hundred lists inside lists, each of which has two. Plugins and printers recurse,
 * and some of them fill the stack of the main thread at two thousand levels, others that of a worker thread at ten thousand.
 */
const maxTreeLevels = 300;

/** A text has too many levels of lists, quotations or elements inside each other. */
export class TooNestedError extends Error {
  constructor() {
    super('the text has too many levels of nested lists, quotations or elements');
  }
}

/** Returns whether an error says that a text has too many levels: ours, or that of a full stack. */
export function isTooNested(error: unknown): boolean {
  return error instanceof TooNestedError || error instanceof RangeError;
}

/** A plugin for trees of Markdown and of HTML that throws a `TooNestedError` for one with too many levels. */
export function rejectDeepTrees() {
  return (tree: Node): void => {
    if (isDeeper(tree, maxTreeLevels)) throw new TooNestedError();
  };
}

function isDeeper(node: Node, levels: number): boolean {
  const { children } = node as Partial<Parent>;
  if (children === undefined || children.length === 0) return false;
  return levels === 0 || children.some((child) => isDeeper(child, levels - 1));
}
