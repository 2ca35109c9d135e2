import { expect, test } from 'vitest';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { parsePage, textOf } from '../../helpers/html.ts';

/** What stands bound to a formula, without the formula itself. */
async function bound(markdown: string): Promise<string[]> {
  const { block } = await createTextRenderer('/');
  const { html } = await block(markdown, { math: true });
  return parsePage(html)
    .all('.bound')
    .map((element) => {
      expect(element.children.filter(({ type }) => type === 'element')).toHaveLength(1);
      return element.children.map((child) => (child.type === 'text' ? child.value : '∗')).join('');
    });
}

test('punctuation beside a short formula stays on its line', async () => {
  expect(await bound('Let $x$, then ($y$) and “$z$”; of $n$-dimensional $k$.')).toEqual([
    ...['∗,', '(∗)', '“∗”;', '∗-', '∗.'],
  ]);
});

test('words beside it do not, and nothing is lost', async () => {
  expect(await bound('Let $x$ be $y$ – all of it, $z$ - too.')).toEqual([]);
  const { block } = await createTextRenderer('/');
  const { html } = await block('See ($1$), or $2$.', { math: true });
  const page = parsePage(html);
  page.all('.katex').forEach((formula) => (formula.children = []));
  expect(page.all('p').map(textOf)).toEqual(['See (), or .']);
});

test('a long formula may be parted, and code is no formula', async () => {
  expect(await bound('So $I(X; Y) \\le I(X; Z) + I(Z; Y)$, and `$x$`, too.')).toEqual([]);
});
