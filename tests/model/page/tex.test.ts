import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { texToText } from '../../../src/model/page/tex.ts';

describe('texToText', () => {
  it.each([
    ['\\mathbb{R}^n', 'ℝⁿ'],
    ['\\mathbb R^n', 'ℝⁿ'],
    ['I(X;T) - \\beta I(T;Y)', 'I(X;T) − β I(T;Y)'],
    ['x_{n+1}', 'xₙ₊₁'],
    ['e^{-x}', 'e⁻ˣ'],
    ['a \\le b', 'a ≤ b'],
    ['f\\colon A \\to B', 'f: A → B'],
    ['O(n \\log n)', 'O(n log n)'],
    ['\\log\\exp x', 'log exp x'],
    ['\\lim a_n', 'lim aₙ'],
    ['\\operatorname{Var}(X)', 'Var(X)'],
    ['\\text{if } x', 'if x'],
    ['\\left( x \\right)', '(x)'],
    ['\\frac{1}{2}', '1/2'],
    ['\\frac{a+b}{c}', '(a+b)/c'],
    ['\\frac{a}{b - c}', 'a/(b − c)'],
    ['\\sqrt{2}', '√2'],
    ['\\sqrt{x+1}', '√(x+1)'],
    ['\\sqrt{\\frac{C(w)}{n}}', '√(C(w)/n)'],
    ['\\sqrt{\\frac{2}{n} I(X;T)}', '√(2/n I(X;T))'],
    ['\\{1, 2\\}', '{1, 2}'],
    ['{x}^{2}', 'x²'],
    ['10\\%', '10%'],
    ['\\mathcal{L}', 'ℒ'],
    ['\\lambda', 'λ'],
    ['', ''],
  ])('reads %s as %s', (tex, text) => {
    expect(texToText(tex)).toBe(text);
  });

  it.each([
    '\\int_0^\\infty f',
    'x_T',
    '\\limsup a_n',
    '\\overleftarrow{x}',
    '\\lg n',
    '\\hat{xy}',
    '\\underset{x}{\\min} f',
    '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}',
    '\\frac{\\frac{a}{b}}{c}',
  ])('leaves %s, which Unicode cannot write, as TeX', (tex) => {
    expect(texToText(tex)).toBe(tex);
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '\\frac',
      '\\sqrt',
      '{',
      '}',
      '_',
      '^',
      '\\',
      '\\{',
      'x',
      '$',
      ' ',
    );
    const tex = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(tex, (text) => {
        expect(typeof texToText(text)).toBe('string');
      }),
      { numRuns: 1000 },
    );
  });
});
