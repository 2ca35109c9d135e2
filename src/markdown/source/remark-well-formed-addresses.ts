import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

/**
 * The address of a picture may hold a percent sign that begins no escape, as in `50%.png`. Astro
 * decodes these addresses and would give up on the whole text.
 */
export const remarkWellFormedAddresses: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, (node) => {
      if (node.type !== 'image' && node.type !== 'definition') return;
      if (!isWellFormed(node.url)) node.url = node.url.replaceAll('%', '%25');
    });
  };
};

function isWellFormed(address: string): boolean {
  try {
    decodeURI(address);
    return true;
  } catch {
    return false;
  }
}
