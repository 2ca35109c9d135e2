import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  expandMacros,
  findDefinitions,
  listUsedDefinitions,
} from '../../../src/model/page/tex-macros.ts';

const toMap = (tex: string) =>
  new Map(findDefinitions(tex).macros.map((macro) => [macro.name, macro]));

test.each([
  ['\\newcommand{\\KL}{D_{1}} x', '\\KL', ' x'],
  ['\\newcommand*\\R{\\mathbb{R}}', '\\R', ''],
  ['\\renewcommand{\\vec}[1]{\\mathbf{#1}}+1', '\\vec', '+1'],
  ['\\def\\half#1{\\frac{#1}{2}}y', '\\half', 'y'],
  ['\\let\\eps=\\varepsilon z', '\\eps', ' z'],
  ['\\DeclareMathOperator*{\\argmin}{arg\\,min}', '\\argmin', ''],
  ['\\DeclarePairedDelimiter{\\abs}{\\lvert}{\\rvert}', '\\abs', ''],
])('%s defines %s', (tex, name, rest) => {
  const found = findDefinitions(tex);
  expect(found.macros.map((macro) => macro.name)).toEqual([name]);
  expect(found.rest).toBe(rest);
});

test.each(['\\newcommand{\\x}{', '\\left( x \\right)', '\\letters', '\\def', '\\newcommand{x}{y}'])(
  '%s defines nothing and stays',
  (tex) => {
    expect(findDefinitions(tex)).toEqual({ macros: [], rest: tex });
  },
);

test.each([
  ['\\newcommand{\\KL}{D_{1}}\\KL(p)', 'D_{1}(p)'],
  ['\\newcommand{\\norm}[2][2]{\\|#2\\|_{#1}}\\norm{x}+\\norm[1]y', '\\|x\\|_{2}+\\|y\\|_{1}'],
  ['\\newcommand{\\a}{\\b c}\\newcommand{\\b}{d}\\a', 'd c'],
  ['\\newcommand{\\eps}{\\varepsilon}\\eps x', '\\varepsilon  x'],
  ['\\newcommand{\\v}[1]{\\lVert#1\\rVert}\\v{x}', '\\lVert x\\rVert '],
  ['\\DeclarePairedDelimiter\\abs{|}{|}\\abs*{x}', '|x|'],
])('%s means %s', (tex, expanded) => {
  expect(expandMacros(tex)).toBe(expanded);
});

test('a formula gets the definitions of the macros that it uses, also in other macros', () => {
  const macros = toMap('\\def\\a{\\b}\\def\\b{1}\\def\\c{2}');
  expect(listUsedDefinitions('x+\\a', macros)).toBe('\\def\\a{\\b}\\def\\b{1}');
  expect(listUsedDefinitions('\\alpha', macros)).toBe('');
});

test('the expansion of a macro that contains itself ends', () => {
  expect(expandMacros('\\def\\a{\\a\\a}\\a').length).toBeLessThan(25_000);
});

test('any text is accepted', () => {
  const part = fc.constantFrom('\\newcommand', '\\def', '\\x', '{', '}', '[', ']', '#1', '1', ' ');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
      const tex = parts.join('');
      expect(typeof expandMacros(tex)).toBe('string');
      expect(findDefinitions(tex).rest.length).toBeLessThanOrEqual(tex.length);
    }),
  );
});
