import type { Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import type { Plugin } from 'unified';
import { EXIT, SKIP, visit } from 'unist-util-visit';

/**
 * Parses HTML written in Markdown into real elements, so that the plugins after it see them. What
 * authors wrote into comments is not published; ids, which hold no blanks (HTML, 3.2.6), get hyphens for
 * them, and so do the links to them.
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
    visit(parsed, 'element', ({ properties }) => {
      const { id, href } = properties;
      if (typeof id === 'string') properties['id'] = withoutBlanks(id);
      if (typeof href === 'string' && href.startsWith('#')) {
        properties['href'] = withoutBlanks(href);
      }
    });
    return parsed;
  };
};

function withoutBlanks(id: string): string {
  return id.trim().replace(/(?:\s|%20)+/g, '-');
}
