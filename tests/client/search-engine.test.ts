import { describe, expect, it, test } from 'vitest';
import { splitExcerpt } from '../../src/client/search-hits.ts';
import {
  isEmptyQuery,
  isRelevant,
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
    content: 'We bound I(X;T) − β I(T;Y) by compressed codes; Z̃ is a résumé of PyTorch.',
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

describe('splitExcerpt', () => {
  const content = 'One a < b two <em>three</em> four five';
  const shown = (excerpt: string) =>
    splitExcerpt({ excerpt, plain_excerpt: excerpt.replace(/<\/?mark>/g, ''), content })
      .map(({ text, marked }) => (marked ? `[${text}]` : text))
      .join('');

  it('marks matches and adds an ellipsis where the text continues', () => {
    expect(shown('One <mark>a</mark>')).toBe('One [a] …');
    expect(shown('<mark>four</mark> five')).toBe('… [four] five');
    expect(shown('four <mark>five</mark>')).toBe('… four [five]');
  });

  it('shows HTML in a text as text', () => {
    const excerpt = 'a &lt; b two &lt;em&gt;three&lt;/em&gt; <mark>four</mark>';
    const plain = 'a < b two <em>three</em> four';
    const pieces = splitExcerpt({ excerpt, plain_excerpt: plain, content });
    expect(pieces.map(({ text }) => text).join('')).toBe(`… ${plain} …`);
  });
});
