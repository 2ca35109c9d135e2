import { expect, test } from 'vitest';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { parsePage, getText } from '../../helpers/read/html.ts';

/** Returns the punctuation that is bound to each formula. */
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

test('keeps punctuation on the same line as a short formula', async () => {
  expect(await bound('Let $x$, then ($y$) and “$z$”; of $n$-dimensional $k$.')).toEqual([
    ...['∗,', '(∗)', '“∗”;', '∗-', '∗.'],
  ]);
});

test('does not bind words, and loses no text', async () => {
  expect(await bound('Let $x$ be $y$ – all of it, $z$ - too.')).toEqual([]);
  const { block } = await createTextRenderer('/');
  const { html } = await block('See ($1$), or $2$.', { math: true });
  expect(parsePage(html).all('p').map(getText)).toEqual(['See (), or .']);
});

test('does not bind long formulas or code', async () => {
  expect(await bound('So $I(X; Y) \\le I(X; Z) + I(Z; Y)$, and `$x$`, too.')).toEqual([]);
});
