import type { Root, RootContent } from 'mdast';
import remarkMath from 'remark-math';
import type { Plugin } from 'unified';
import { addFinding } from '../environment.ts';
import { visit } from 'unist-util-visit';
import { dollarMath } from './dollar-math.ts';

/**
 * remark-math whose single dollars follow Pandoc's rule. A formula between `$$` stands alone, also
 * when it is written within a line, as in Pandoc and MathJax. One that is not closed is a warning.
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
    visit(tree, 'math', (formula) => {
      addFirstLine(formula);
      const { start, end } = formula.position!;
      if (/\n[^\n]*\$\$[ \t]*$/.test(String(file).slice(start.offset, end.offset))) return;
      addFinding(file, {
        ...{ code: 'text/unclosed-formula', severity: 'warning', position: start },
        message: 'the formula that starts with $$ is not closed, so it includes all text after it',
        remedy: 'Add a line with only $$ after the formula.',
      });
    });
  };
};

/** remark-math reads what follows `$$` on its line like the information after a code fence. */
function addFirstLine(formula: Extract<RootContent, { type: 'math' }>): void {
  if (!formula.meta) return;
  formula.value = `${formula.meta}\n${formula.value}`;
  formula.meta = null;
  const code = formula.data?.hChildren?.[0];
  if (code?.type === 'element') code.children = [{ type: 'text', value: formula.value }];
}
