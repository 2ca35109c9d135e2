import { beforeAll, describe, expect, it } from 'vitest';
import { renderPlainText } from '../../../src/markdown/render/plain-text.ts';
import {
  createTextRenderer,
  type TextRenderer,
} from '../../../src/markdown/render/text-renderer.ts';
import { listDisplayFormulas, listFormulas } from '../../helpers/read/html.ts';

let renderer: TextRenderer;
beforeAll(async () => {
  renderer = await createTextRenderer('/');
});

async function render(text: string) {
  const { html, findings } = await renderer.block(text, { math: true });
  return {
    formulas: listFormulas(html),
    displayed: listDisplayFormulas(html),
    words: html.replaceAll(/<[^>]+>/g, ''),
    findings,
  };
}

describe('MathJax delimiters', () => {
  it.each([
    ['in a line', 'So \\(a_1\\) is', 'a_1'],
    ['with blanks', 'So \\( a \\) is', 'a'],
    ['a lone letter before a digit', '\\(n\\)2', 'n'],
    ['doubled for Markdown', 'So \\\\(a_1\\\\) is', 'a_1'],
    ['over two lines', 'So \\(a +\n- b = 1\\) is', 'a + - b = 1'],
  ])('%s', async (_, text, tex) => {
    expect(await render(text)).toMatchObject({ formulas: [tex], displayed: [], findings: [] });
  });

  const aligned = '\\begin{align}\na &= b \\\\[2pt]\n- c &> d\n\\end{align}';
  it.each([
    ['in a line', 'So \\[ x = 1 \\] holds', 'x = 1'],
    ['on lines of its own', 'So\n\\[\nx\n= 1\n\\]\nholds', 'x = 1'],
    ['doubled for Markdown', '\\\\[ x = 1 \\\\]', 'x = 1'],
    ['with lines that look like Markdown', '\\[\n- x\n= 1\n> y\n\\]', '- x = 1 > y'],
    ['with a comment of TeX', '\\[\nx % not $\n= 1\n\\]', 'x = 1'],
    ['in a quotation', '> \\[\n> x\n> = 1\n> \\]', 'x = 1'],
    ['in a list', '- a \\[\n= b_1\\] x', '= b_1'],
    ['with text that has dollars', '\\[ x = \\text{if $n$} \\]', 'x = \\text{if $n$}'],
    ['a bare environment', `Text\n${aligned}\nmore`, aligned.replaceAll('\n', ' ')],
    ['an environment between brackets', `\\[\n${aligned}\n\\]`, aligned.replaceAll('\n', ' ')],
  ])('create a displayed formula: %s', async (_, text, tex) => {
    expect(await render(text)).toMatchObject({ displayed: [tex], findings: [] });
  });

  it('are not replaced around words and numbers', async () => {
    const text = 'See \\[Video\\], \\[Smith 2010\\], \\[1\\] and \\(see above\\) \\\\[4pt]';
    expect(await render(text)).toMatchObject({
      formulas: [],
      words: 'See [Video], [Smith 2010], [1] and (see above) \\[4pt]',
    });
  });

  it.each([
    'An open \\(a_1',
    'A blank line \\[ x = 1\n\ny \\]',
    '`\\(a_1\\)`',
    '```\n\\[ x = 1 \\]\n```',
    '<!-- \\(a_1\\) -->',
    '\\begin{align} a',
    '\\begin{align} a \\end{gather}',
  ])('are not replaced in %j', async (text) => {
    expect((await render(text)).formulas).toEqual([]);
  });

  it('are not replaced inside a formula', async () => {
    const text = '$$\n\\begin{align} a \\\\[2pt] b \\end{align}\n$$';
    expect((await render(text)).displayed).toHaveLength(1);
  });

  it('keep the position of an invalid formula', async () => {
    const { findings } = await render('Fine\n\\[\nx = 1\n\\]\nBad \\(\\frac{\\) and');
    expect(findings).toMatchObject([{ code: 'text/formula', position: { line: 5, column: 5 } }]);
  });

  it('are replaced in titles, lines and plain text', () => {
    for (const kind of ['title', 'line'] as const) {
      const { html, text } = renderer.inline('On \\(x^2\\) and \\[ y^2 \\]', { kind, math: true });
      expect([listFormulas(html), text]).toEqual([['x^2', 'y^2'], 'On x² and y²']);
    }
    expect(renderPlainText('On \\(x^2\\)', { math: true })).toBe('On x²');
    const off = renderer.inline('On \\(x^2\\)', { kind: 'line', math: false });
    expect(off.text).toBe('On (x^2)');
  });
});
