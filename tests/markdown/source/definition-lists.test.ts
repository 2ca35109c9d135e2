import { expect, test } from 'vitest';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';

const renderer = createTextRenderer('/');
const render = async (source: string) =>
  (await renderer.block(source, { math: true })).html.replace(/\n/g, '');

test.each([
  ['Term\n: Its *definition*', '<dl><dt>Term</dt><dd>Its <em>definition</em></dd></dl>'],
  [
    '**A**\nB\n: one\n: two',
    '<dl><dt><strong>A</strong></dt><dt>B</dt><dd>one</dd><dd>two</dd></dl>',
  ],
  ['A\n\n: after a blank line', '<dl><dt>A</dt><dd>after a blank line</dd></dl>'],
  ['A\n: a\n\nB\n: b', '<dl><dt>A</dt><dd>a</dd><dt>B</dt><dd>b</dd></dl>'],
  ['A\n: in two\n  lines: yes', '<dl><dt>A</dt><dd>in twolines: yes</dd></dl>'],
  ['> A\n> : a', '<blockquote><dl><dt>A</dt><dd>a</dd></dl></blockquote>'],
])('%j is a list of definitions', async (source, html) => {
  expect(await render(source)).toBe(html);
});

test.each(['Note: this', 'At 10\n:30 sharp', ': alone', '`a`: b', 'A *b*: c\nd'])(
  '%j is a paragraph',
  async (source) => {
    expect(await render(source)).toMatch(/^<p>/);
  },
);
