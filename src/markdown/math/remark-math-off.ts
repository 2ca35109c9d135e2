import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Plugin } from 'unified';
import { SKIP } from 'unist-util-visit';
import { getMarkdownContext } from '../source/markdown-context.ts';
import { visit } from '../source/visit.ts';

/** Turns formulas back into their source text if the page has `math: false`. */
export const remarkMathOff: Plugin<[], Root> = function () {
  return (tree, file) => {
    if (getMarkdownContext(file).math !== false) return;
    visit(tree, (node, index, parent) => {
      if ((node.type !== 'inlineMath' && node.type !== 'math') || !parent || index === undefined) {
        return;
      }
      const start = node.position?.start.offset ?? 0;
      const source = String(file).slice(start, node.position?.end.offset ?? start);
      const children = parsePhrasing(source);
      const replacement: (PhrasingContent | Paragraph)[] =
        node.type === 'math' ? [{ type: 'paragraph', children }] : children;
      parent.children.splice(index, 1, ...(replacement as never[]));
      return [SKIP, index + replacement.length];
    });
  };
};

function parsePhrasing(source: string): PhrasingContent[] {
  const first = fromMarkdown(source).children[0];
  return first?.type === 'paragraph' ? first.children : [{ type: 'text', value: source }];
}
