import type { Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import type { Plugin } from 'unified';
import { visit, EXIT } from 'unist-util-visit';

/**
 * Parses HTML written in Markdown into real elements, so that the plugins after it see them.
 * Costs nothing for the many texts without HTML. MDX has no HTML nodes.
 */
export const rehypeEmbeddedHtml: Plugin<[], Root> = function () {
  return (tree, file) => {
    let found = false;
    visit(tree, 'raw', () => {
      found = true;
      return EXIT;
    });
    return found ? (raw(tree as Nodes, { file, passThrough: [] }) as Root) : undefined;
  };
};
