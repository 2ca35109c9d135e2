import { expect, test } from 'vitest';
import { separateClosingDollars } from '../../../src/markdown/math/display-dollars.ts';
import { applyEdits } from '../../../src/markdown/source/edits.ts';

const separate = (text: string) => applyEdits(text, separateClosingDollars(text)).text;

test.each([
  ['$$a\nb$$\n\nText', '$$a\nb\n$$\n\nText'],
  ['> $$a\n> b$$\n', '> $$a\n> b\n> $$\n'],
  ['- $$a\n  b$$\n', '- $$a\n  b\n  $$\n'],
  ['$$a\nb$$.\n', '$$a\nb\n$$\n.\n'],
])('the closing dollars of %j get a line of their own', (text, separated) => {
  expect(separate(text)).toBe(separated);
});

test.each([
  '$$\na\n$$',
  '$$a$$ and $$b$$',
  '$$a\nb\n$$',
  '$$a\n\nb$$',
  '```\n$$a\nb$$\n```',
  'costs $$5\nor more',
  'In a line $$a\nb$$',
])('%j stays as it is', (text) => {
  expect(separate(text)).toBe(text);
});
