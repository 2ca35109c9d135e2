import { expect, it, test } from 'vitest';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { typesetFormulas } from '../../../src/markdown/math/typeset-page.ts';
import { toTableOfContents } from '../../../src/markdown/html/table-of-contents.ts';
import { hasTableOfContents, type Heading } from '../../../src/model/page/table-of-contents.ts';

const renderer = await createTextRenderer('/');

async function contentsOf(text: string) {
  return toTableOfContents((await renderer.block(text, { math: true })).html);
}

const outline = (headings: readonly Heading[]): unknown[] =>
  headings.map(({ id, inside }) => (inside.length > 0 ? [id, ...outline(inside)] : id));

it('nests headings h3 in headings h2', async () => {
  const text = '# One\n\n## A\n\n### deep\n\n## B\n\n# Two\n';
  expect(outline(await contentsOf(text))).toEqual([['one', 'a', 'b'], 'two']);
});

it('omits the heading of the footnotes', async () => {
  const found = await contentsOf('## One\n\nText.[^1]\n\n[^1]: A note.\n');
  expect(outline(found)).toEqual(['one']);
});

it('keeps formulas in headings, and removes links and footnote references', async () => {
  const text = '## On [*that*](https://a.example/) `code` and $x^2$[^1]\n\n[^1]: A note.\n';
  const [{ html } = { html: '' }] = await contentsOf(text);
  const formula = '<span data-formula="inline:x^2">x2x^2x2</span>';
  expect(html).toBe(`On <em>that</em> <code>code</code> and ${formula}`);
});

it('prints the formulas of an MDX text as it prints other elements', () => {
  const [heading] = toTableOfContents(
    '<h2 id="a"><span data-formula="inline-jsx:a %3c b">a &lt; b</span></h2>',
  );
  expect(heading?.html).toBe('<span data-formula="inline-jsx-html:a %3c b">a &#x3C; b</span>');
  expect(typesetFormulas(heading?.html ?? '')).toContain('>a &#x3C; b</annotation>');
});

test.each([
  ['a long text has one', undefined, 4, true],
  ['a short one has none', undefined, 3, false],
  ['unless it is wanted', true, 1, true],
  ['a long one has none if it is not', false, 9, false],
])('%s', (_, wanted, count, expected) => {
  const headings = Array.from({ length: count }, (_, i) => ({ id: `${i}`, html: '', inside: [] }));
  expect(hasTableOfContents(wanted, headings)).toBe(expected);
});
