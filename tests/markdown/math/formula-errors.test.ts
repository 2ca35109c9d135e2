import katex from 'katex';
import { expect, test } from 'vitest';
import { findFormulaError } from '../../../src/markdown/math/formula-errors.ts';

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

test('a formula with too many levels is rejected', () => {
  const levels = 20_000;
  const error = findFormulaError(`${'{'.repeat(levels)}x${'}'.repeat(levels)}`, false);
  expect(error?.cause).toBeInstanceOf(RangeError);
  expect(error?.element?.properties).toMatchObject({
    ...{ className: ['katex-error'], style: 'color:#cc0000' },
    title: 'RangeError: Maximum call stack size exceeded',
  });
});

test('a rejected formula shows its source, also with a letter that KaTeX replaces', () => {
  const tex = 'camión \\frac{ í';
  expect(findFormulaError(tex, false)?.element?.children).toEqual([{ type: 'text', value: tex }]);
});
