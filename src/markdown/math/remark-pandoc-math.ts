import type { Root } from 'mdast';
import remarkMath from 'remark-math';
import type { Plugin } from 'unified';
import { visit } from '../visit.ts';
import { dollarMath } from './dollar-math.ts';

/**
 * remark-math whose single dollars follow Pandoc's rule. A formula between `$$` stands alone, also
 * when it is written within a line, as in Pandoc and MathJax.
 */
export const remarkPandocMath: Plugin<[], Root> = function () {
  remarkMath.call(this as never, { singleDollarTextMath: false });
  this.data().micromarkExtensions?.push(dollarMath);
  return (tree, file) => {
    visit(tree, 'inlineMath', ({ data, position }) => {
      const start = position?.start.offset;
      if (!data || start === undefined || !String(file).startsWith('$$', start)) return;
      data.hProperties = { className: ['language-math', 'math-display'] };
    });
  };
};
