import fc from 'fast-check';
import { expect, it } from 'vitest';
import { repairFormula } from '../../../src/markdown/math/repair-formula.ts';

it.each([
  ['an escaped mark', 'D\\_1', 'D_1'],
  ['several', 'D\\_{1}^\\*', 'D_{1}^*'],
  ['doubled backslashes', '\\\\mathbb{R}^{\\\\alpha}', '\\mathbb{R}^{\\alpha}'],
  ['a label', 'x = 1 \\label{eq:one}', 'x = 1 '],
  [
    'an environment that KaTeX lacks',
    '\\begin{eqnarray*} a &=& b \\end{eqnarray*}',
    '\\begin{darray}{rcl} a &=& b \\end{darray}',
  ],
  [
    'multline',
    '\\begin{multline} a \\\\ b \\end{multline}',
    '\\begin{gather*} a \\\\ b \\end{gather*}',
  ],
])('repairs %s', (_, tex, repaired) => {
  expect(repairFormula(tex)).toBe(repaired);
});

it.each([
  'x_1 + y^2',
  'my\\_name + x_1',
  '\\text{my\\_name}',
  '\\mathtt{a\\_b}',
  'a \\\\ b',
  'a \\\\_ b',
  '\\begin{matrix} a \\\\ b \\end{matrix}',
  '\\\\alpha \\beta',
  '\\\\nosuchmacro',
  '\\\\text',
])('does not change %s', (tex) => {
  expect(repairFormula(tex)).toBe(tex);
});

it('accepts any text', () => {
  const part = fc.constantFrom(
    '\\',
    '_',
    '*',
    'alpha',
    '{',
    '}',
    'x',
    ' ',
    '\\begin{eqnarray}',
    '&',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      expect(typeof repairFormula(parts.join(''))).toBe('string');
    }),
  );
});
