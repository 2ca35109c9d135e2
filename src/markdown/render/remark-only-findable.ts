import type { Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { diagramLanguages } from '../code/remark-diagrams.ts';

/**
 * Types of nodes that no plugin reports, although it may report nodes inside them. Tables are kept
 * whole: extra cells are not shown, so they must be counted.
 */
const neverReported = new Set<string>([
  ...['text', 'paragraph', 'heading', 'list', 'listItem', 'blockquote', 'thematicBreak', 'break'],
  ...['strong', 'emphasis', 'delete', 'inlineCode', 'code'],
]);

/** Removes nodes that no plugin can report, so that a check visits fewer nodes. */
export const remarkOnlyFindable: Plugin<[], Root> = function () {
  return (tree) => {
    tree.children = tree.children.filter(isFindable);
  };
};

function isFindable(node: Nodes): boolean {
  if (!neverReported.has(node.type)) return true;
  if (node.type === 'code') return ['math', ...diagramLanguages].includes(node.lang ?? '');
  if (!('children' in node)) return false;
  const children: Nodes[] = node.children.filter(isFindable);
  node.children = children as never;
  return children.length > 0;
}
