import { expect, test } from 'vitest';
import { separateDegrees } from '../../../src/model/page/tex-packages.ts';
import { texToText } from '../../../src/model/page/tex.ts';

test.each([
  ['^\\circ', '°'],
  ['25^{\\circ}\\mathrm{C}', '25°C'],
  ['M_{\\odot}', 'M⊙'],
  ['x^\\dagger', 'x†'],
  ['\\boldsymbol{\\beta}', 'β'],
  ['\\bm{x}', 'x'],
  ['{\\cal L}', 'L'],
  ['{\\bf x}+y', 'x+y'],
  ['\\ce{H2SO4}', 'H₂SO₄'],
  ['\\ce{SO4^2-}', 'SO₄²⁻'],
  ['\\ce{A <=> B}', 'A ⇌ B'],
  ['\\SI{5}{\\metre}', '5 m'],
  ['\\num{1e-3}', '1×10⁻³'],
  ['5\\,\\upmu\\text{m}', '5 μm'],
  ['\\Updelta\\upbeta', 'Δβ'],
  ['\\textsc{Max}', 'Max'],
  ['\\nicefrac{1}{2}', '1/2'],
  ['\\frac12 x', '1/2 x'],
  ['\\mathds{1}', '𝟙'],
  ['\\unicode{x2211}', '∑'],
  ['\\slash', '/'],
  ['\\mbox{if } x', 'if x'],
  ['\\newcommand{\\KL}{D_{2}}\\KL(p\\|q)', 'D₂(p‖q)'],
])('%s is %s in plain text', (tex, text) => {
  expect(texToText(tex)).toBe(text);
});

test('a number and degrees of temperature have a space between them, angles have none', () => {
  expect(separateDegrees('at 5°C and 41°F, 90° and 3°Chen')).toBe(
    'at 5 °C and 41 °F, 90° and 3°Chen',
  );
});
