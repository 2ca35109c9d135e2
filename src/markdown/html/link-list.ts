import type { Root } from 'hast';
import type { Definition, Link, LinkReference, Root as MarkdownRoot } from 'mdast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { getMarkdownContext, type TextLink } from '../source/markdown-context.ts';
import { visit } from '../source/visit.ts';

/**
 * Lists the links that a text has in Markdown: inline links, and definitions of links at their own place. For
 * `rehypeListLinks`, marks the elements that they become.
 */
export const remarkListLinks: Plugin<[], MarkdownRoot> = function () {
  return (tree, file) => {
    visit(tree, (node) => {
      if (node.type === 'link' || node.type === 'definition') {
        addLink(file, node.url, node as Link | Definition);
      }
      if (node.type === 'link' || node.type === 'linkReference') {
        const { data } = node as Link | LinkReference;
        node.data = { ...data, hProperties: { [listedAttribute]: '' } };
      }
    });
  };
};

const listedAttribute = 'dataListed';

/** Lists the links that a text has in HTML, with the files of `remarkListLinks`. */
export const rehypeListLinks: Plugin<[], Root> = function () {
  return (tree, file) => {
    visit(tree, 'element', (element) => {
      const { properties, tagName } = element;
      if (tagName !== 'a' && tagName !== 'area') return;
      const isListed = listedAttribute in properties;
      delete properties[listedAttribute];
      const isFootnote = 'dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties;
      const { href } = properties;
      if (typeof href === 'string' && !isListed && !isFootnote) addLink(file, href, element);
    });
  };
};

function addLink(
  file: VFile,
  url: string,
  { position }: Pick<Definition, 'position'> | Pick<Root, 'position'>,
): void {
  const { line = 1, column = 1 } = position?.start ?? {};
  const link: TextLink = { url, position: { line, column } };
  (getMarkdownContext(file).links ??= []).push(link);
}
