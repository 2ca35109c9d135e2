import { describe, expect, test } from 'vitest';
import { typesetFormula } from '../../../src/markdown/math/typeset-formula.ts';
import {
  inBothModes,
  printMdxByRehype,
  printMdxLate,
  typesetByRehype,
  typesetLate,
} from '../../helpers/read/typeset.ts';

/** One formula for each kind of element, attribute and character that KaTeX writes; thousands more in test:full. */
const formulas = inBothModes([
  ...['', ' ', 'x', "f'(x)", 'a < b > c', '1.5', '\\text{a & "b"}', 'a\u00a0b', '\\%\\#\\&'],
  ...['\\frac{a}{b}', '\\sqrt[3]{x}', '\\overbrace{a+b}^{n}', '\\xrightarrow[b]{a}', '\\cancel{x}'],
  ...[
    '\\widehat{abc}',
    '\\vec{v}',
    '\\overline{AB}',
    '\\phase{-78^\\circ}',
    '\\boxed{x}',
    '\\pmb{x}',
  ],
  ...['\\left(\\frac{1}{2}\\right]', '\\bigl\\lVert x \\bigr\\rVert', '\\color{red}x', '\\fbox{a}'],
  ...['\\begin{aligned}a&=b\\\\&\\le c\\end{aligned}', '\\begin{align}a\\end{align}', 'a\\tag{1}'],
  ...['\\begin{array}{l|c:r}a&b&c\\\\\\hline d&e&f\\end{array}', '\\begin{CD}A@>a>>B\\end{CD}'],
  ...[
    '\\Huge x',
    '\\mathbb{R}^{n}_{i}',
    '\\operatorname*{arg\\,max}_x',
    '\\not=',
    '\\rule{1em}{2pt}',
  ],
  ...[
    'x\\\\y',
    '\\verb|<a>&"|',
    '\\text{中 Ж é}',
    '\\smash{x}',
    '\\raisebox{1em}{x}',
    '\\hspace{1cm}',
  ],
  ...['\\nosuchmacro x', '\\frac{', '\\left( x', '}', 'a & b', '^'],
  ...['\\text{a', '中\\frac{', '\\mathbf{𝚤}', 'a\\limits_b', '% only a comment'],
]);

const isComparable = (html: string) => html.includes('katex') || html === '<p></p>';

describe('a formula is typeset as by rehype-katex', () => {
  test.each(formulas)('$tex, display: $display', (formula) => {
    const reference = typesetByRehype(formula);
    expect(reference.line).toSatisfy(isComparable);
    expect(typesetLate(formula)).toEqual(reference);
  });

  test('in MDX', async () => {
    const [expected, printed] = [await printMdxByRehype(formulas), await printMdxLate(formulas)];
    expect(expected).toHaveLength(formulas.length);
    expect(printed).toEqual(expected);
  });
});

test.each(['\\def', '\\gdef', '\\global\\def', '\\edef', '\\xdef'])(
  'a macro that %s defines exists only in its formula',
  (define) => {
    const use = { tex: '\\mine', display: false, printer: 'html' } as const;
    const before = typesetFormula(use);
    const definition = { ...use, tex: `${define}\\mine{x}\\mine` };
    expect(typesetFormula(definition)).toContain('<mi>x</mi>');
    expect(typesetFormula(definition)).toBe(typesetFormula(definition));
    expect(typesetFormula(use)).toBe(before);
    expect(before).toContain('mathcolor="#cc0000"');
  },
);
