import { expect, test } from 'vitest';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { getAttribute, getText, parsePage } from '../../helpers/read/html.ts';

const renderer = createTextRenderer('/');
async function render(text: string) {
  const { html, findings } = await renderer.block(text, { math: true, slides: true });
  expect(findings).toEqual([]);
  return parsePage(html);
}

test.each([
  ['on one line', 'A\n\nNote: Breathe.'],
  ['on several', 'A\n\nNote:\n\nBreathe.'],
  ['right below a text', 'A\nNotes: Breathe.\n---\nB'],
  ['before the next slide', 'A\n\nnote: Breathe.\n\n---\n\nB'],
  ['before a slide below', 'A\n\nNote:\nBreathe.\n--\nB'],
])('the notes of a speaker are no text of the slide: %s', async (_, text) => {
  const page = await render(text);
  const notes = page.all('.slide .notes');
  expect(notes.map(getText)).toEqual(['Breathe.']);
  const slides = page.all('.slide').map(getText);
  expect(slides[0]).toBe('A Breathe.');
  expect(slides.slice(1).join()).toBe(text.endsWith('B') ? 'B' : '');
});

test.each(['```\nNote: code\n```', 'Take note: this', '> Note: quoted', '<p>\nNote: this\n</p>'])(
  'other text is no note: %j',
  async (text) => {
    expect((await render(text)).all('.notes')).toEqual([]);
  },
);

test.each([
  ['a list item', '- a <!-- .element: class="fragment" data-fragment-index="2" -->', 'li.fragment'],
  ['a paragraph', 'Text <!-- .element: class="fragment" -->', 'p.fragment'],
  ['the words before', 'Some *words* <!-- .element: class="fragment" -->', 'em.fragment'],
  ['the block before', '## Title\n\n<!-- .element: class="fragment" -->', 'h2.fragment'],
])('the comment .element is about %s', async (_, text, selector) => {
  const page = await render(text);
  expect(page.all(selector)).toHaveLength(1);
  expect(page.all('.fragment, [data-slide]')).toHaveLength(1);
  const order = text.includes('index') ? '2' : undefined;
  expect(getAttribute(page.first(selector)!, 'dataFragmentIndex')).toBe(order);
});

test('the comment .slide is about its slide', async () => {
  const page = await render(
    'A\n\n---\n\n<!-- .slide: data-background-color="#000" class="dense" id="end" -->\n\nB',
  );
  const slide = page.first('.slide.dense.on-dark')!;
  expect(getAttribute(slide, 'style')).toBe('background-color: #000');
  expect(getAttribute(slide, 'id')).toBe('end');
  expect(getText(slide)).toBe('B');
});
