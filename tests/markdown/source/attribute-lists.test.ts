import { expect, test } from 'vitest';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';

const renderer = createTextRenderer('/');
const render = async (source: string) =>
  renderer.block(source, {
    ...{ math: true },
    plainTextSite: { hasFile: () => false, findPage: () => undefined },
  });

test.each([
  ['of goldmark', '## The proof {#my-proof .wide}', 'The proof'],
  ['of kramdown', '## The proof\n{: #my-proof .wide}', 'The proof'],
  ['in a quotation', '> ## The proof {#my-proof}', 'The proof'],
  ['with a formula before it', '## For $n$ {#my-proof}', 'For n'],
])('a heading has the id in attributes %s', async (_, source, words) => {
  const { headings, html, text } = await render(source);
  expect(headings.map(({ slug }) => slug)).toEqual(['my-proof']);
  expect(html).not.toMatch(/\{|wide/);
  expect(text).toBe(words);
});

test.each([
  '| a |\n|---|\n| 1 |\n{.table}',
  'A note.\n{: .notice--info}',
  'A note.\n{.lead width="50%"}',
  '[a link](https://example.org){target="_blank"}',
  '*words*{.smallcaps}',
])('attributes that mean nothing are removed from %j', async (source) => {
  expect((await render(source)).html).not.toMatch(/[{}]|notice|lead|smallcaps|_blank/);
});

test('a block keeps the id that links lead to', async () => {
  const { html } = await render('See [it](#data).\n\n| a |\n|---|\n| 1 |\n{#data .wide}');
  expect(html).toContain('id="data"');
  expect(html.match(/<td/g)).toHaveLength(1);
});

test.each(['Sets {1, 2}', '## Set {1}', '`{.x}`', '```\n{.table}\n```', '$a_{1}$ {x}', '{ .x'])(
  'other braces stay: %j',
  async (source) => {
    expect((await render(source)).html).toMatch(/\{|data-formula/);
  },
);
