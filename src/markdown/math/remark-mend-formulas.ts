import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { mendFormula } from './mend-formula.ts';

/** Formulas with the habits of old pages become what KaTeX reads. */
export const remarkMendFormulas: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, (node) => {
      if (node.type !== 'inlineMath' && node.type !== 'math') return;
      const value = mendFormula(node.value);
      if (value === node.value) return;
      node.value = value;
      const text = { type: 'text' as const, value };
      const [child] = node.data?.hChildren ?? [];
      if (child?.type === 'element') child.children = [text];
      else if (node.data) node.data.hChildren = [text];
    });
  };
};
