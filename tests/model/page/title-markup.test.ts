import { expect, test } from 'vitest';
import { simplifyTitle } from '../../../src/model/page/title-markup.ts';
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
  ['<a href="x"><i class="y">In *vivo*</i></a><!-- why -->', '<i>In *vivo*</i>'],
  ['One<br>two<br/>three', 'One two three'],
  ['<b>unclosed, C++ <vector>', '<b>unclosed, C++ <vector>'],
  ['![logo](x.png) Talk at <https://x.example/a_b>', 'logo Talk at https://x.example/a\\_b'],
  ['C*-algebras, *-algebras and L*a*b*', 'C\\*-algebras, \\*-algebras and L\\*a\\*b\\*'],
  ['A * B and *p*-adic ***both***, pre*fix*', 'A \\* B and *p*-adic ***both***, pre*fix*'],
  ['<!-- nothing else -->', '<!-- nothing else -->'],
])('the title %s is simplified', (title, expected) => expect(simplifyTitle(title)).toBe(expected));

test('a publication is cited by its simplified title', () => {
  const { citable } = makePublication({ title: 'The `x` of [y](https://y.example)' });
  expect(citable.title).toBe('The x of y');
});
