import type { Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import type { Plugin } from 'unified';
import { EXIT, SKIP, visit } from './visit.ts';

/**
 * Parses HTML written in Markdown into real elements, so that the plugins after it see them. What
 * authors wrote into comments is not published.
 * Costs nothing for the many texts without HTML. MDX has no HTML nodes.
 */
export const rehypeEmbeddedHtml: Plugin<[], Root> = function () {
  return (tree, file) => {
    let found = false;
    visit(tree, 'raw', () => {
      found = true;
      return EXIT;
    });
    if (!found) return undefined;
    const parsed = raw(tree as Nodes, { file, passThrough: [] }) as Root;
    visit(parsed, 'comment', (_comment, index, parent) => {
      if (!parent || index === undefined) return undefined;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
    return parsed;
  };
};
