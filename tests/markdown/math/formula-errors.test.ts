import katex from 'katex';
import { expect, test } from 'vitest';
import { findFormulaError, TooDeepError } from '../../../src/markdown/math/formula-errors.ts';
import { typesetFormula } from '../../../src/markdown/math/typeset-formula.ts';

test.each([
  ['\\frac{', 'Unexpected end of input'],
  ['\\nosuchmacro', 'Undefined control sequence'],
  ['\\tag{1}', 'tag works only in display equations'],
  ['\\mathbf{𝚤}', 'Unsupported character'],
  ['\\sqrt\\relax', 'Got group of unknown type'],
  ['\\text{í', "expected '}'"],
])('%s is rejected with the message of KaTeX', (tex, message) => {
  const cause = findFormulaError(tex, false)?.cause;
  expect(String(cause)).toContain(message);
  expect(() => katex.renderToString(tex, { strict: 'ignore' })).toThrow(cause as Error);
});

test('valid formulas are not rejected', () => {
  for (const tex of ['', 'x^2', '\\gdef\\a{b}\\a', `${'x'.repeat(3000)}`, '𝔸'])
    expect(findFormulaError(tex, false)).toBeUndefined();
});

/** Formulas of which each level is inside another one. */
const nested: [string, (levels: number) => string][] = [
  ['braces', (n) => `${'{'.repeat(n)}x${'}'.repeat(n)}`],
  ['exponents', (n) => `${'x^{'.repeat(n)}x${'}'.repeat(n)}`],
  ['fractions', (n) => `${'\\frac{'.repeat(n)}x${'}y'.repeat(n)}`],
  ['parentheses', (n) => `${'\\left('.repeat(n)}x${'\\right)'.repeat(n)}`],
  ['styles', (n) => `${'\\bf '.repeat(n)}x`],
  ['accents', (n) => `${'\\hat{'.repeat(n)}x${'}'.repeat(n)}`],
  ['texts', (n) => `${'\\text{$'.repeat(n)}x${'$}'.repeat(n)}`],
];

test.each(nested)('%s are typeset up to about a hundred levels', (_, toTex) => {
  const tex = toTex(40);
  expect(findFormulaError(tex, true)).toBeUndefined();
  expect(typesetFormula({ tex, display: true, printer: 'html' })).toContain('katex-html');
  for (const levels of [250, 700, 5000]) {
    const error = findFormulaError(toTex(levels), true);
    expect(error?.cause).toBeInstanceOf(TooDeepError);
    expect(error?.element).toBeUndefined();
  }
});

test('a rejected formula shows its source, also with a letter that KaTeX replaces', () => {
  const tex = 'camión \\frac{ í';
  expect(findFormulaError(tex, false)?.element?.children).toEqual([{ type: 'text', value: tex }]);
});
