import { describe, expect, it, test } from 'vitest';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';

const renderer = await createTextRenderer('/');
const render = (text: string) => renderer.block(text, { math: true });

describe('a formula becomes a placeholder', () => {
  it.each([
    ['$a<b$', '<p><span data-formula="inline:a%3cb"></span></p>'],
    ['$$\na\n$$', '<span data-formula="display:a"></span>'],
    ['```math\na\nb\n```', '<span data-formula="display:a%0ab%0a"></span>'],
    ['<b class="math-inline">a</b>', '<p><span data-formula="inline:a"></span></p>'],
    ['<div class="math-display">a<br>b</div>', '<span data-formula="display:a%0ab"></span>'],
    ['`$a$`', '<p><code>$a$</code></p>'],
  ])('%j', async (text, html) => {
    const rendered = await render(text);
    expect(rendered.html).toBe(html);
    expect(rendered.hasMath).toBe(html.includes('data-formula'));
    expect(rendered.findings).toEqual([]);
  });
});

it('shows the source of a formula that KaTeX rejects', async () => {
  const { html, hasMath, findings } = await render('A $\\frac{$');
  expect(html).toMatch(/^<p>A <span class="katex-error" title="ParseError: [^>]*>\\frac{<\/span>/);
  expect([hasMath, findings.length]).toEqual([true, 1]);
});

it('shows the source of a formula with too many levels, with a finding', async () => {
  const tex = `${'{'.repeat(300)}x${'}'.repeat(300)}`;
  const { html, findings } = await render(`A $${tex}$ b.`);
  expect(html).toBe(`<p>A <code data-problem="text/long-formula">${tex}</code> b.</p>`);
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^the formula "\{+…" has too many levels of nested groups$/),
  ]);
});

it('shows the source of a formula with an image, with a finding', async () => {
  const { html, findings } = await render('A $\\includegraphics{/a.png}$ b.');
  expect(html).toBe(
    '<p>A <code data-problem="text/formula">\\includegraphics{/a.png}</code> b.</p>',
  );
  expect(findings).toMatchObject([
    {
      code: 'text/formula',
      message:
        'the formula "\\includegraphics{/a.png}" contains \\includegraphics, which does not work in a formula',
      result: 'so its source is shown',
      position: { line: 1, column: 3 },
    },
  ]);
});

it('typesets the text of \\href without its link, with a finding', async () => {
  const { html, findings } = await render('A $\\href{https://a.example}{x}$ b.');
  expect(html).toContain('<span data-problem="text/formula"><span data-formula="inline:');
  expect(findings).toMatchObject([{ result: 'so its text is shown without a link' }]);
});

it('leaves unknown commands to KaTeX, with a finding', async () => {
  const { html, findings } = await render('A $\\nosuch x$');
  expect(html).toBe(
    '<p>A <span data-problem="text/formula"><span data-formula="inline:\\nosuch x"></span></span></p>',
  );
  expect(findings[0]?.message).toContain('Undefined control sequence: \\nosuch');
});

// Published addresses: with the text of the MathML, the TeX and the visible form.
test.each([
  ['## The $x^2$ case', 'the-x2x2x2-case'],
  ['## $a < b$ & $\\alpha$', 'aba--bab--αalphaα'],
  ['## *On $\\mathbb{R}$*', 'on-rmathbbrr'],
  ['## $x$\n\n## $x$', 'xxx', 'xxx-1'],
])('the id of %j does not change', async (text, ...ids) => {
  const { html } = await render(text);
  expect([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual(ids);
});
