import { describe, expect, test } from 'vitest';
import { findExcess, limitFindings } from '../../../src/markdown/render/text-limits.ts';
import { createTextChecker } from '../../../src/markdown/render/text-checker.ts';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';

const lines = (count: number, toLine: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => toLine(i)).join('\n');

describe('a text is not rendered', () => {
  test.each([
    ['of millions of dollars', '$'.repeat(10_000_000), 'text/too-long', 1],
    ['of five megabytes', 'Some words.\n\n'.repeat(400_000), 'text/too-long', 1],
    ['of lists in lists', lines(500, (i) => `${' '.repeat(2 * i)}- a`), 'text/unreadable', 101],
    ['of numbered lists', lines(300, (i) => `${' '.repeat(3 * i)}1. a`), 'text/unreadable', 101],
    ['of lists on one line', `Text\n\n${'- '.repeat(300)}a`, 'text/unreadable', 3],
    ['of quotations', `Text\n\n${'>'.repeat(300)} a`, 'text/unreadable', 3],
    ['of marks without partners', `Text\n\n${'**a_'.repeat(5000)}`, 'text/too-long', 3],
  ])('%s', async (_, text, code, line) => {
    const { html, findings } = await createTextRenderer('/').block(text, { math: true });
    expect(html).toMatch(new RegExp(`^<pre data-problem="${code}">.{1,20000}</pre>$`, 's'));
    expect(findings).toMatchObject([{ code, position: { line } }]);
  });
});

test.each([
  ['a long list', lines(5000, (i) => `${i % 2 === 0 ? '' : '  '}- item *${i}*\n`)],
  ['a deep list', lines(50, (i) => `${' '.repeat(2 * i)}- a`)],
  ['a table', lines(2000, (i) => `| *${i}* | b |`)],
  ['rules and dashes', '---\n\n'.repeat(500)],
  ['a long text', 'Some words.\n\n'.repeat(30_000)],
])('%s is rendered', (_, text) => {
  expect(findExcess(text)).toBeUndefined();
});

test('twenty findings of a kind are listed, and the others are counted', async () => {
  const text = lines(300, (i) => `[a](gone-${i}.pdf)`);
  const { findings } = await createTextRenderer('/').block(text, {
    ...{ math: true, findFile: () => undefined },
  });
  expect(findings).toHaveLength(21);
  expect(findings[19]!.message).toMatch(/^"gone-19.pdf" is/);
  expect(findings[20]).toMatchObject({
    message: expect.stringMatching(/^280 more problems of this kind .*"gone-20.pdf"/) as string,
    position: { line: 21 },
  });
});

test('a few findings of several kinds stay', () => {
  const findings = ['a', 'b'].flatMap((code) =>
    Array.from({ length: 15 }, (_, i) => ({
      ...{ code, message: `${i}`, remedy: '' },
      position: { line: i, column: 1 },
    })),
  );
  expect(limitFindings(findings)).toEqual(findings);
});

const levels = (start: string, end: string, count: number) =>
  `${start.repeat(count)}x${end.repeat(count)}`;

test.each([
  ['elements', levels('<div>', '</div>', 400)],
  ['elements without ends', levels('<span>', '', 3000)],
  ['emphasis', levels('*', '*', 800)],
  ['words in emphasis', levels(' *a', '*', 800)],
  ['links', levels('[', '](a)', 5000)],
  ['images', levels('![', '](a.png)', 5000)],
  ['a long run of marks', levels('*', '*', 6000)],
])(
  'the source of too many levels of %s is shown, with the finding of the checker',
  async (_, text) => {
    const { html, findings } = await createTextRenderer('/').block(text, { math: true });
    expect(html).toMatch(/^<pre data-problem="text\/(?:unreadable|too-long)">/);
    expect(findings).toHaveLength(1);
    const checked = await createTextChecker('/').block(text, { math: true });
    expect(checked.findings).toEqual(findings);
  },
);

test('brackets and links after each other are not levels', () => {
  const text = `${'In [0, 1) and [a](b) and ![c](d). '.repeat(500)}\n\n${'[[a](b)](c) '.repeat(500)}`;
  expect(findExcess(text)).toBeUndefined();
});

test('no output has the replacement character', async () => {
  const renderer = createTextRenderer('/');
  const source = 'A &#0; b &#xFFFD; c &#xD800;';
  const { html } = await renderer.block(source, { math: true });
  const line = renderer.inline(source, { kind: 'line', math: true });
  for (const text of [html, line.html, line.text]) expect(text).toMatch(/A \? b \? c \?/);
});
