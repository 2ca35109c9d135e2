import { expect, test } from 'vitest';
import { simplifyTitle } from '../../../src/model/publication/title-markup.ts';
import { makePublication } from '../../helpers/make/publication.ts';

test.each([
  ['On [a *link*](https://x.example/a_(b) "T") and more', 'On a *link* and more'],
  [
    'The `snake_case` of <b>bold</b> and <span class="x">small</span>',
    'The snake\\_case of **bold** and small',
  ],
  [
    '<i>E. coli</i> and H<sub>2</sub>O &amp; $a[b](c)$',
    '<i>E. coli</i> and H<sub>2</sub>O &amp; $a[b](c)$',
  ],
  ['if a < b and \\[x\\](y)', 'if a < b and \\[x\\](y)'],
])('the title %s is simplified', (title, expected) => expect(simplifyTitle(title)).toBe(expected));

test('a publication is cited by its simplified title', () => {
  const { title, citable } = makePublication({ title: 'The `x` of [y](https://y.example)' });
  expect([title.text, citable.title]).toEqual(['The x of y', 'The x of y']);
});
