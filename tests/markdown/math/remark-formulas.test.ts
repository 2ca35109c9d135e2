import { expect, test } from 'vitest';
import { typesetFormulas } from '../../../src/markdown/math/typeset-page.ts';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';

const renderer = createTextRenderer('/', undefined, ['\\newcommand{\\R}{\\mathbb{R}}']);
const line = (source: string, macros = renderer.createMacros()) =>
  renderer.inline(source, { kind: 'line', math: true, macros });
const block = (source: string, macros = renderer.createMacros()) =>
  renderer.block(source, {
    ...{ math: true, macros },
    plainTextSite: { hasFile: () => false, findPage: () => undefined },
  });
const toCharacters = (html: string) =>
  [...typesetFormulas(html).matchAll(/<semantics>(.*?)<annotation/g)].map(([, mathml]) =>
    mathml!.replace(/<[^>]*>/g, '').replace(/\s/g, ' '),
  );

test('macros of one text hold in the next ones, and those of the site in all', async () => {
  const macros = renderer.createMacros(['\\newcommand{\\N}{\\mathcal{N}}']);
  const title = line('$\\newcommand{\\KL}{D_{2}}$On $\\KL$ in $\\R$', macros);
  expect(title.text).toBe('On D₂ in ℝ');
  const body = await block('Then $\\KL + \\N$.\n\n```math\n\\KL\n```', macros);
  expect(toCharacters(body.html)).toEqual(['D2+N', 'D2']);
  expect([...title.findings, ...body.findings]).toEqual([]);
});

test('a macro does not hold before its definition, nor on another page', async () => {
  const early = await block('$\\half$ and $\\def\\half{2}\\half$');
  expect(early.findings.map(({ position }) => position.column)).toEqual([1]);
  expect((await block('$\\half$')).findings).toHaveLength(1);
});

test('a formula of definitions only shows nothing', async () => {
  const { html, text } = await block('$$\n\\newcommand{\\v}[1]{\\mathbf{#1}}\n$$\n\nSee $\\v{x}$.');
  expect(html.match(/data-formula/g)).toHaveLength(1);
  expect(html).not.toContain('<pre');
  expect(text).toBe('See x.');
});

test.each([
  ['Sets $\\\\{x\\\\}$', '{x}'],
  ['Norm $\\\\|x\\\\|$', '∥x∥'],
  ['$a\\_1+x^\\*$', 'a1+x∗'],
  ['$$\\begin{aligned} a &= b \\\\\\\\ &= c\\end{aligned}$$', 'a=b=c'],
  ['$$x = \\left\\\\{ \\begin{array}{ll} 1 \\\\\\\\ 2 \\end{array} \\right.$$', 'x={12'],
  ['$$f = \\begin{cases} 1 & \\text{if }k, \\\\\\\\\n0.\\end{cases}$$', 'f={1if k,0.'],
  ['\\\\(x^2\\\\)', 'x2'],
  ['$\\begin{align} a &= b \\end{align}$', 'a=b'],
])('%j, as written for Hugo, is typeset as Hugo showed it', async (source, characters) => {
  const { html, findings } = await block(source);
  expect(toCharacters(html)).toEqual([characters]);
  expect(findings).toEqual([]);
});

test('a formula that is too long is shown as its source, with a warning', async () => {
  const tex = 'x+'.repeat(6000);
  const { html, findings } = await block(`Long $${tex}1$`);
  expect(html).toContain(`<code data-problem="text/long-formula">${tex}1</code>`);
  expect(findings).toMatchObject([{ code: 'text/long-formula' }]);
});
