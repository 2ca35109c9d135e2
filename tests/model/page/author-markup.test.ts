import { expect, test } from 'vitest';
import { readName, toAuthors } from '../../../src/model/page/author.ts';

test.each([
  ['**Ada Example**', { name: 'Ada Example' }],
  ['*Ada Example*\\*', { name: 'Ada Example', mark: '*' }],
  ['__Ada Example__<sup>1</sup>', { name: 'Ada Example', mark: '1' }],
  ['[Lin Sample](https://lin.example)', { name: 'Lin Sample', url: 'https://lin.example' }],
  [
    '[**Lin Sample**](<https://lin.example/a> "Home")†',
    { name: 'Lin Sample', mark: '†', url: 'https://lin.example/a' },
  ],
  ['<a href="https://lin.example">Lin</a>', { name: 'Lin', url: 'https://lin.example' }],
  ['[Lin](javascript:alert(1))', { name: 'Lin' }],
  ['Zo&euml; O&#39;Sample', { name: "Zoë O'Sample" }],
  ['Ann\\_Roe & <span>Co</span>', { name: 'Ann_Roe & Co' }],
  ['Jos&eacute; *Sample*', { name: 'José Sample' }],
  ['Ann *', { name: 'Ann', mark: '*' }],
])('reads the name %s', (source, expected) => expect(readName(source)).toEqual(expected));

test('finds the owner and people in names with marks', () => {
  const findPerson = (name: string) =>
    name === 'Lin Sample' ? { name, isOwner: false, slug: 'lin', href: '/people/lin/' } : undefined;
  const authors = ['**Ada Example**\\*', '[Lin Sample](https://lin.example)'];
  expect(toAuthors({ authors }, { owner: 'Ada Example', findPerson })).toEqual([
    { name: 'Ada Example', isOwner: true, mark: '*' },
    {
      ...{ name: 'Lin Sample', isOwner: false, slug: 'lin', href: '/people/lin/' },
      url: 'https://lin.example',
    },
  ]);
});
