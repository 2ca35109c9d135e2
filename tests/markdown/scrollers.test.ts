import { expect, test } from 'vitest';
import { createTextRenderer } from '../../src/markdown/render.ts';
import { attribute, parsePage } from '../helpers/html.ts';

test('a table can be scrolled by the keyboard, and says what it is', async () => {
  const { block } = await createTextRenderer('/');
  const { html } = await block('| Day | Morning *session* |\n| - | - |\n| Monday | Codes |', {
    math: true,
  });
  const region = parsePage(html).first('div.table[role="group"]')!;
  expect(attribute(region, 'tabIndex')).toBe('0');
  expect(attribute(region, 'ariaLabel')).toBe('Table: Day, Morning session');
  expect(parsePage(html).text('div.table > table td')).toBe('Monday');
});

test('code keeps its words, whatever its language, and can be scrolled by the keyboard', async () => {
  const { block } = await createTextRenderer('/');
  const { html } = await block('```no-such-language\nif a < b && "c":\n```', { math: true });
  const page = parsePage(html);
  expect(page.text('pre[tabindex="0"] > code')).toBe('if a < b && "c":');
});

test('a column is aligned as its author says, in the HTML of today', async () => {
  const { block } = await createTextRenderer('/');
  const { html } = await block('| a | b |\n| -: | - |\n| 1 | 2 |', { math: true });
  const cells = parsePage(html).all('th, td');
  const right = 'text-align: right';
  expect(cells.map((cell) => attribute(cell, 'style'))).toEqual([
    right,
    undefined,
    right,
    undefined,
  ]);
  expect(html).not.toContain('align="');
});
