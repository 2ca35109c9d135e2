import { expect, test } from 'vitest';
import { createMacroScope, toKatexMacros } from '../../../src/markdown/math/macro-scope.ts';

test('a macro holds after the formula that defines it, and in no copy made before', () => {
  const scope = createMacroScope(['\\newcommand{\\a}{1}']);
  const before = scope.copy();
  expect(scope.define('\\newcommand{\\b}{\\a}x')).toBe('x');
  expect(scope.listUsed('\\b')).toBe('\\newcommand{\\a}{1}\\newcommand{\\b}{\\a}');
  expect(before.listUsed('\\b')).toBe('');
});

test('the last definition counts, except one by providecommand', () => {
  const scope = createMacroScope();
  scope.define('\\def\\a{1}\\def\\a{2}\\providecommand{\\a}{3}');
  expect(scope.listUsed('\\a')).toBe('\\def\\a{2}');
});

test('definitions become macros of KaTeX, which a formula may change', () => {
  const macros = toKatexMacros('\\newcommand{\\a}{1}');
  expect(Object.keys(macros ?? {})).toEqual(['\\a']);
  delete macros!['\\a'];
  expect(Object.keys(toKatexMacros('\\newcommand{\\a}{1}') ?? {})).toEqual(['\\a']);
  expect(toKatexMacros('')).toBeUndefined();
});
