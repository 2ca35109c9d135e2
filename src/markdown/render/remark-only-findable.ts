import type { Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { diagramLanguages } from '../code/remark-diagrams.ts';

/**
 * Nodes that no plugin reports, apart from what is inside them. Tables are kept whole: extra cells
 * are not shown, so they must be counted.
 */
const neverReported = new Set<string>([
  ...['text', 'paragraph', 'heading', 'list', 'listItem', 'blockquote', 'thematicBreak', 'break'],
  ...['strong', 'emphasis', 'delete', 'inlineCode', 'code'],
]);

/** Removes nodes in which nothing can be found, so that checking walks less. */
export const remarkOnlyFindable: Plugin<[], Root> = function () {
  return (tree) => {
    tree.children = tree.children.filter(isFindable);
  };
};

function isFindable(node: Nodes): boolean {
  if (!neverReported.has(node.type)) return true;
  if (node.type === 'code') return ['math', ...diagramLanguages].includes(node.lang ?? '');
  if (!('children' in node)) return false;
  const kept: Nodes[] = node.children.filter(isFindable);
  node.children = kept as never;
  return kept.length > 0;
}
