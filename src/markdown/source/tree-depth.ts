import type { Node, Parent } from 'unist';

/**
 * The most levels of a tree: more than a hundred lists inside lists, each of which has two. Plugins and printers recurse,
 * and some of them fill the stack of the main thread at two thousand levels, others that of a worker thread at ten thousand.
 */
const maxTreeLevels = 300;

/** The message about a text with too many levels. */
export const tooNested = 'the text has too many levels of nested lists, quotations or elements';

/**
 * A plugin for trees of Markdown and of HTML that throws a `RangeError`, as a full stack does, for one with too many
 * levels.
 */
export function rejectDeepTrees() {
  return (tree: Node): void => {
    if (isDeeper(tree, maxTreeLevels)) throw new RangeError(tooNested);
  };
}

function isDeeper(node: Node, levels: number): boolean {
  const { children } = node as Partial<Parent>;
  if (children === undefined || children.length === 0) return false;
  return levels === 0 || children.some((child) => isDeeper(child, levels - 1));
}
