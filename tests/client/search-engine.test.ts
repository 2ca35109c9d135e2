import { describe, expect, test } from 'vitest';
import {
  isEmptyQuery,
  isRelevant,
  putTitlesFirst,
  splitWords,
  toSearchAddress,
  toSearchQuery,
} from '../../src/client/search-engine.ts';

describe('the address of a search', () => {
  test.each([
    ['', '/search/'],
    ['?q=+', '/search/'],
    ['?q=knots', '/search/?q=knots'],
    ['?q=%20I(X%3BT)%20', '/search/?q=I%28X%3BT%29'],
    ['?tag=c-plus-plus&year=2021', '/search/?year=2021&tag=c-plus-plus'],
    ['?q=a%26b&utm=x', '/search/?q=a%26b'],
  ])('the address of %s is %s', (search, address) => {
    const query = toSearchQuery(new URLSearchParams(search));
    expect(toSearchAddress('/search/', query)).toBe(address);
    expect(isEmptyQuery(query)).toBe(address === '/search/');
  });
});

describe('isRelevant', () => {
  const hit = {
    words: splitWords('We bound I(X;T) − β I(T;Y) by compressed codes; Z̃ is a résumé of PyTorch.'),
    locations: [2, 4, 7, 9, 12, 14],
    meta: { people: 'José García', tags: 'braid theory' },
    matched: ['people'],
  };

  test.each([
    ...[
      'I(X;T)',
      'i(x;t)',
      'β',
      'compression',
      'compresion',
      'garcia',
      'GARCÍA',
      'resume',
      'torch',
    ],
    ...['compression García', '"José García"', 'z̃'],
  ])('%s is relevant', (words) => {
    expect(isRelevant(words, hit)).toBe(true);
  });

  test.each(['zebra', 'compression zebra', 'qwerty', 'braid'])('%s is not relevant', (words) => {
    expect(isRelevant(words, hit)).toBe(false);
  });
});

test('a text in a language without spaces is split where Pagefind splits it', () => {
  const words = splitWords('情報\u200Bボトル\u200Bネック\u200Bの\u200B原理 \u200BAda &lt; Bo');
  expect(words).toEqual(['情報', 'ボトル', 'ネック', 'の', '原理 ', 'Ada < Bo']);
  const hit = { words, locations: [4], meta: {}, matched: [] };
  expect(isRelevant('原理', hit)).toBe(true);
  expect(isRelevant('信息', hit)).toBe(false);
});

test('pages with the words in their titles come first, in their order', () => {
  const titles = ['On knots', 'José García', 'Knots of José García', 'Queues'];
  const hits = titles.map((title) => ({ meta: { title } }));
  const sort = (words: string) => putTitlesFirst(words, hits).map(({ meta }) => meta.title);
  expect(sort('jose garcia')).toEqual([titles[1], titles[2], titles[0], titles[3]]);
  expect(sort('')).toEqual(titles);
});
