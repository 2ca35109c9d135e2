import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { parseDocument, readDocument } from './helpers/source/documents.ts';

test('the README has these sections in this order', () => {
  const titles: string[] = [];
  visit(parseDocument('README.md'), 'heading', (heading) => {
    if (heading.depth === 2) titles.push(toString(heading));
  });
  expect(titles).toEqual([
    'Get started',
    'Add a talk',
    'Make it yours',
    'Move an old site',
    'Put it online',
    'Learn more',
  ]);
});

test('the README has at most 150 lines', () => {
  expect(readDocument('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});
