import { expect, test } from 'vitest';
import { createTextRenderer } from '../../src/markdown/render.ts';
import { parsePage, textOf } from '../helpers/html.ts';

test.each([
  ['a list', '- [x] Write the *draft*\n- [ ] Send it', ['Write the draft', 'Send it']],
  [
    'a list in a list',
    '- [ ] Book\n  - [x] The train\n  - [ ] A room',
    ['Book', 'The train', 'A room'],
  ],
  ['paragraphs', '- [x] Write\n\n  at home\n\n- [ ] Send', ['Write', 'Send']],
])('the check boxes of %s are labelled by the text beside them', async (_, text, labels) => {
  const { block } = await createTextRenderer('/');
  const page = parsePage((await block(text, { math: true })).html);
  expect(page.all('input')).toHaveLength(labels.length);
  expect(page.all('label > input[type="checkbox"][disabled]')).toHaveLength(labels.length);
  expect(page.all('label').map(textOf)).toEqual(labels);
});

test('other lists have no labels', async () => {
  const { block } = await createTextRenderer('/');
  const { html } = await block('- [a] Write\n- Send', { math: true });
  expect(parsePage(html).all('li')).toHaveLength(2);
  expect(html).not.toContain('label');
});
