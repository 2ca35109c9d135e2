import { expect, test, vi } from 'vitest';
import { renderFormula } from '../../../src/markdown/math/extended-katex.ts';

/** Returns the characters in the MathML of a formula. */
function toCharacters(tex: string): string {
  const html = renderFormula(tex, { displayMode: true, output: 'mathml', strict: 'ignore' });
  const text = html.replace(/<annotation.*<\/annotation>/, '').replace(/<[^>]*>/g, '');
  // Without the invisible operators of MathML.
  return text.replace(/[\u2061\u2063]/g, '').replace(/\s/g, ' ');
}

test.each([
  ['mhchem', '\\ce{CO2}', 'COX2'],
  ['quantities', '\\SI{1.5e3}{\\kilo\\metre}', '1.5×103 km'],
  ['text', '\\mbox{if }\\ensuremath{\\alpha}', 'if α'],
  ['small capitals', '\\textsc{Max Cut}', 'Max Cut'],
  ['small capitals in text', '\\text{by \\textsc{Lin}}', 'by Lin'],
  ['the indicator', '\\mathbbm{1}_A', '𝟙A'],
  ['double-struck letters', '\\mathds{R}', 'R'],
  ['fractions in a line', '\\nicefrac{a}{b}', 'a / b'],
  ['marks around operators', '\\sideset{_a}{_b}\\sum_i', 'a∑bi'],
  ['upright Greek', '5\\,\\upmu\\text{m}', '5 μm'],
  ['several integrals', '\\idotsint f', '∫⋯∫f'],
  ['boxes of MathJax', '\\bbox[yellow]{x}', 'x'],
  ['characters by number', '\\unicode{x2211}+\\unicode[STIX]{8721}', '∑+∑'],
  ['roots of plain TeX', '\\root 3 \\of x', 'x3'],
  ['arrays of plain TeX', '\\cases{a & b \\cr c & d}', '{abcd'],
  ['lengths without braces', '\\raise2pt{x}', 'x'],
  ['loaded packages', '\\require{cancel}\\cancel{x}', 'x'],
  ['links, by their words', '\\href{https://example.org/a_b}{x}', 'x'],
  ['a macro that is defined again', '\\newcommand{\\v}{a}\\newcommand{\\v}{b}\\v', 'b'],
  ['a macro in the place of a command', '\\renewcommand{\\vec}[1]{\\mathbf{#1}}\\vec{x}', 'x'],
  ['a default argument', '\\newcommand{\\v}[2][a]{#1#2}\\v{b}\\v[c]{d}', 'abcd'],
  ['operators', '\\DeclareMathOperator*{\\argmin}{arg\\,min}\\argmin_x', 'arg minx'],
  ['delimiters', '\\DeclarePairedDelimiter\\abs{|}{|}\\abs{x}\\abs*{y}', '∣x∣∣y∣'],
])('KaTeX knows %s', (_, tex, characters) => {
  expect(toCharacters(tex)).toBe(characters);
});

test('KaTeX does not warn of characters that its fonts lack', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  renderFormula('\\text{µ}', { strict: 'ignore' });
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});
