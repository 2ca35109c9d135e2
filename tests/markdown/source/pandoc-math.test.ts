import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { getText, listDisplayFormulas, listFormulas, parsePage } from '../../helpers/read/html.ts';

const renderer = await createTextRenderer('/');
const render = async (text: string) => (await renderer.block(text, { math: true })).html;
const wordsOf = (html: string) =>
  getText(parsePage(html).first('body') ?? parsePage('').all('*')[0]!);

describe('single dollars', () => {
  it.each<[string, string[]]>([
    ['$x$', ['x']],
    ['$5$', ['5']],
    ['($x$), $y$. And "$z$"', ['x', 'y', 'z']],
    ['$x$-axis', ['x']],
    ['p $<$0.05) and (r, p,$<$,0.001), $\\leq$5, $\\pm$3', ['<', '<', '\\leq', '\\pm']],
    ['p $ <$0.05 and $<$', ['<']],
    ['a$b$c', ['b']],
    ['$a + 1$ and $b$', ['a + 1', 'b']],
    ['\\$5 and $x$', ['x']],
    ['$\\$5$', ['\\$5']],
    ['$\\{1, 2\\}$', ['\\{1, 2\\}']],
    ['$a_1$ and $b_2$', ['a_1', 'b_2']],
    ['$x^*$ and $y^*$', ['x^*', 'y^*']],
    ['$a < b > c$', ['a < b > c']],
    ['$x \\\\ y$', ['x \\\\ y']],
    ['$x $y$', ['y']],
    ['$x$ and $y', ['x']],
    ['$a\nb$', ['a b']],
    ['> $a\n> b$', ['a b']],
    ['*$x$* and **bold $y$**', ['x', 'y']],
    ['[$x$](https://example.org)', ['x']],
    ['| a | b |\n|---|---|\n| $x$ | $y$ |', ['x', 'y']],
    ['- $x$\n- $y$', ['x', 'y']],
    ['## On $x$', ['x']],
    ['<div>\n\n$x$\n\n</div>', ['x']],
    ['<b>$x$</b>', ['x']],
  ])('parses the formulas in %j', async (text, expected) => {
    expect(listFormulas(await render(text))).toEqual(expected);
  });

  it.each<[string, string]>([
    ['$5 million in 2020 and $10 million in 2021', '$5 million in 2020 and $10 million in 2021'],
    ['$20,000 and $30,000', '$20,000 and $30,000'],
    ['US$5 and US$6', 'US$5 and US$6'],
    ['$ x$', '$ x$'],
    ['$x $', '$x $'],
    ['$x$5', '$x$5'],
    ['$x', '$x'],
    ['x$', 'x$'],
    ['$', '$'],
    ['$x\\$', '$x$'],
    ['\\$x$', '$x$'],
    ['`$x$`', '$x$'],
    ['$x\n\ny$', '$x y$'],
    ['\\$5 or \\$6', '$5 or $6'],
  ])('keeps the dollars in %j', async (text, expected) => {
    const html = await render(text);
    expect(listFormulas(html)).toEqual([]);
    expect(wordsOf(html)).toBe(expected);
  });
});

describe('double dollars', () => {
  it.each([
    ['on lines of their own', '$$\nx\n$$'],
    ['on one line', '$$x$$'],
    ['on one line with blanks', '$$ x $$'],
    ['between lines of a paragraph', 'we have\n$$x$$\nas shown'],
    ['below a paragraph', 'we have\n$$\nx\n$$\nas shown'],
    ['in a list', '- so\n\n  $$\n  x\n  $$'],
  ])('create a displayed formula %s', async (_, text) => {
    const html = await render(text);
    expect(listDisplayFormulas(html)).toEqual(['x']);
    expect(listFormulas(html)).toEqual(['x']);
  });

  it('may contain several lines', async () => {
    const html = await render('$$\n\\begin{aligned}\na &= b \\\\\nc &= d\n\\end{aligned}\n$$');
    expect(listDisplayFormulas(html)).toEqual([
      '\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}',
    ]);
  });

  it('include text on the line of the opening dollars', async () => {
    expect(listDisplayFormulas(await render('$$a +\nb\n$$\n\nAfter.'))).toEqual(['a + b']);
  });

  it.each([
    ['$$\nx\n\nAfter.', { line: 1, column: 1 }],
    ['Before.\n\n$$x\n', { line: 3, column: 1 }],
    ['> $$\n> x\n\nAfter.', { line: 1, column: 3 }],
    ['$$', { line: 1, column: 1 }],
  ])('cause a warning if %j does not close them', async (text, position) => {
    const { findings } = await renderer.block(text, { math: true });
    expect(findings).toMatchObject([{ code: 'text/unclosed-formula', position }]);
  });

  it.each(['$$\nx\n$$', '$$\nx\n$$  ', '> $$\n> x\n> $$', '- $$\n  x\n  $$', '$$$\nx\n$$$'])(
    'give no warning where %j closes them',
    async (text) => {
      expect((await renderer.block(text, { math: true })).findings).toEqual([]);
    },
  );
});

it('never throws and never loses the text around formulas', async () => {
  const piece = fc.constantFrom(
    '$',
    '$$',
    '\\',
    ' ',
    '\n',
    'x',
    '5',
    '*',
    '_',
    '{',
    '`',
    '> ',
    '|',
  );
  const text = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(text, async (between) => {
      const html = await render(`First\n\n${between}\n\n\nLast`);
      expect(html).toContain('First');
      renderer.inline(between, { kind: 'title', math: true });
      renderer.inline(between, { kind: 'line', math: true });
    }),
    { numRuns: 300 },
  );
});
