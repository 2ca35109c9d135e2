import { expect, test } from 'vitest';
import { readMacros } from '../../src/schema/macros.ts';

function read(value: unknown) {
  const codes: unknown[] = [];
  const macros = readMacros(value, ({ path, code }) =>
    codes.push([code, ...(path ?? [])].join(' ')),
  );
  return { macros, codes };
}

test.each([
  [{ KL: 'D_{1}' }, ['\\newcommand{\\KL}{D_{1}}']],
  [
    { '\\R': '\\mathbb{R}', half: 1 },
    ['\\newcommand{\\R}{\\mathbb{R}}', '\\newcommand{\\half}{1}'],
  ],
  [{ norm: '\\|#1\\|' }, ['\\newcommand{\\norm}[1]{\\|#1\\|}']],
  [{ set: ['\\{#1\\mid#2\\}', 2] }, ['\\newcommand{\\set}[2]{\\{#1\\mid#2\\}}']],
  [{ norm: ['\\|#2\\|_{#1}', 2, 'p'] }, ['\\newcommand{\\norm}[2][p]{\\|#2\\|_{#1}}']],
  [
    ['\\def\\a{b}', '\\newcommand{\\c}{d}'],
    ['\\def\\a{b}', '\\newcommand{\\c}{d}'],
  ],
])('%j are macros', (value, macros) => {
  expect(read(value)).toEqual({ macros, codes: [] });
  // Entries of the content store are read again.
  expect(read(macros)).toEqual({ macros, codes: [] });
});

test('what is no macro is reported, and the others are kept', () => {
  expect(read({ 'a b': 'x', open: '{', list: [{}], good: 'x', none: null })).toEqual({
    macros: ['\\newcommand{\\good}{x}'],
    codes: ['macros a b', 'macros open', 'macros list'],
  });
  for (const value of ['x', 5, ['x'], false])
    expect(read(value)).toEqual({ macros: undefined, codes: ['macros'] });
});
