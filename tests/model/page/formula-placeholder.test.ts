import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import {
  formulaAttribute,
  hasPlaceholder,
  parseFormulaCode,
  replacePlaceholders,
  toFormulaCode,
  toReprinted,
  type Formula,
} from '../../../src/model/page/formula-placeholder.ts';

const arbitraryPlaceholder: fc.Arbitrary<Formula> = fc.record({
  tex: fc.string({
    unit: fc.constantFrom(
      ...'ab\\{}%&<>"\'=: \n\r\0\x7f\u00a0é\u{1d538}\ud800',
      '&amp;',
      '</span>',
      '%3c',
    ),
  }),
  display: fc.boolean(),
  printer: fc.constantFrom('html', 'jsx', 'jsx-html'),
});

const print = (formula: Formula, text = '') =>
  toHtml({
    ...{
      type: 'element',
      tagName: 'span',
      properties: { [formulaAttribute]: toFormulaCode(formula) },
    },
    children: [{ type: 'text', value: text }],
  });

describe('a placeholder', () => {
  it('contains its formula after printing and parsing', () => {
    fc.assert(
      fc.property(arbitraryPlaceholder, (formula) => {
        const html = print(formula, 'a < b');
        const [element] = fromHtml(html, { fragment: true }).children;
        expect(
          element?.type === 'element' && parseFormulaCode(element.properties[formulaAttribute]),
        ).toEqual(formula);
        const found: Formula[] = [];
        const replaced = replacePlaceholders(`<p>${html}</p>${html}`, (one) => {
          found.push(one);
          return 'x';
        });
        expect([replaced, found]).toEqual(['<p>x</p>x', [formula, formula]]);
      }),
    );
  });

  it('is readable', () => {
    const formula = { tex: '\\frac{a}{b} < c', display: true, printer: 'html' } as const;
    expect(toFormulaCode(formula)).toBe('display:\\frac{a}{b} %3c c');
  });

  it('of MDX is marked when it is printed again', () => {
    const code = (printer: Formula['printer']) =>
      toFormulaCode({ tex: 'x', display: false, printer });
    expect(toReprinted({ id: 'a', [formulaAttribute]: code('jsx') })).toEqual({
      ...{ id: 'a', [formulaAttribute]: code('jsx-html') },
    });
    for (const properties of [{ id: 'a' }, { [formulaAttribute]: code('html') }])
      expect(toReprinted(properties)).toBe(properties);
  });
});

it('leaves other elements and texts unchanged', () => {
  const html = '<span data-formula="x">a</span><code>&lt;span data-formula="inline:x"></code>';
  expect(replacePlaceholders(html, () => 'x')).toBe(html);
  expect(hasPlaceholder('<p>a</p><code>data-formula</code>')).toBe(false);
  expect(hasPlaceholder(print({ tex: '', display: false, printer: 'jsx' }))).toBe(true);
});
