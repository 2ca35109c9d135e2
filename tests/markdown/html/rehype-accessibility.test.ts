import { expect, test } from 'vitest';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { getAttribute, parsePage, getText } from '../../helpers/read/html.ts';

test('makes a table scrollable by keyboard, with a label', async () => {
  const { block } = await createTextRenderer('/');
  const { html } = await block('| Day | Morning *session* |\n| - | - |\n| Monday | Codes |', {
    math: true,
  });
  const region = parsePage(html).first('div.table[role="group"]')!;
  expect(getAttribute(region, 'tabIndex')).toBe('0');
  expect(getAttribute(region, 'ariaLabel')).toBe('Table: Day, Morning session');
  expect(parsePage(html).text('div.table > table td')).toBe('Monday');
});

test('makes code scrollable by keyboard, and keeps its text', async () => {
  const { block } = await createTextRenderer('/');
  const { html } = await block('```no-such-language\nif a < b && "c":\n```', { math: true });
  const page = parsePage(html);
  expect(page.text('pre[tabindex="0"] > code')).toBe('if a < b && "c":');
});

test('aligns columns by style instead of the align attribute', async () => {
  const { block } = await createTextRenderer('/');
  const { html } = await block('| a | b |\n| -: | - |\n| 1 | 2 |', { math: true });
  const cells = parsePage(html).all('th, td');
  const right = 'text-align: right';
  expect(cells.map((cell) => getAttribute(cell, 'style'))).toEqual([
    right,
    undefined,
    right,
    undefined,
  ]);
  expect(html).not.toContain('align="');
});

test.each([
  ['a list', '- [x] Write the *draft*\n- [ ] Send it', ['Write the draft', 'Send it']],
  [
    'a list in a list',
    '- [ ] Book\n  - [x] The train\n  - [ ] A room',
    ['Book', 'The train', 'A room'],
  ],
  ['paragraphs', '- [x] Write\n\n  at home\n\n- [ ] Send', ['Write', 'Send']],
])('labels the check boxes of %s with their text', async (_, text, labels) => {
  const { block } = await createTextRenderer('/');
  const page = parsePage((await block(text, { math: true })).html);
  expect(page.all('input')).toHaveLength(labels.length);
  expect(page.all('label > input[type="checkbox"][disabled]')).toHaveLength(labels.length);
  expect(page.all('label').map(getText)).toEqual(labels);
});

test('does not add labels to other lists', async () => {
  const { block } = await createTextRenderer('/');
  const { html } = await block('- [a] Write\n- Send', { math: true });
  expect(parsePage(html).all('li')).toHaveLength(2);
  expect(html).not.toContain('label');
});
