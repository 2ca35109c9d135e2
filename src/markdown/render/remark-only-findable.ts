import type { Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { diagramLanguages } from '../code/remark-diagrams.ts';

/**
 * Blocks and phrases of which no plugin has anything to say, other than of what is in them. Tables
 * stay whole: a cell too many is not shown, so they have to be counted.
 */
const silent = new Set<string>([
  ...['text', 'paragraph', 'heading', 'list', 'listItem', 'blockquote', 'thematicBreak', 'break'],
  ...['strong', 'emphasis', 'delete', 'inlineCode', 'code'],
]);

/** For checking alone: leaves what something can be found in, so that little has to be walked. */
export const remarkOnlyFindable: Plugin<[], Root> = function () {
  return (tree) => {
    tree.children = tree.children.filter(isFindable);
  };
};

function isFindable(node: Nodes): boolean {
  if (!silent.has(node.type)) return true;
  if (node.type === 'code') return ['math', ...diagramLanguages].includes(node.lang ?? '');
  if (!('children' in node)) return false;
  const kept: Nodes[] = node.children.filter(isFindable);
  node.children = kept as never;
  return kept.length > 0;
}
