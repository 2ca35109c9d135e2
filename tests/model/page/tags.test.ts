import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toTags } from '../../../src/model/page/tags.ts';
import { createAddresses, toTagSlug } from '../../../src/model/page/addresses.ts';

it.each([
  ['Deep learning', 'deep-learning'],
  ['C', 'c'],
  ['C++', 'c-plus-plus'],
  ['C#', 'c-sharp'],
  ['R&D', 'r-d'],
  ['  --x--  ', 'x'],
  ['機械学習', '機械学習'],
  ['Кибернетика', 'кибернетика'],
  ['Lévy flights', 'lévy-flights'],
  ['Le\u0301vy flights', 'lévy-flights'],
  ['!!!', 'tag'],
])('makes %s an address: %s', (tag, slug) => {
  expect(toTagSlug(tag)).toBe(slug);
});

it('separates C, C++ and C#, and merges two spellings under the first', () => {
  const tags = toTags(
    ['C++', 'Deep Learning', 'C#', 'deep-learning', 'C'],
    createAddresses('/sub'),
  );
  expect(tags).toEqual([
    { name: 'C++', slug: 'c-plus-plus', href: '/sub/talks/tags/c-plus-plus/' },
    { name: 'Deep Learning', slug: 'deep-learning', href: '/sub/talks/tags/deep-learning/' },
    { name: 'C#', slug: 'c-sharp', href: '/sub/talks/tags/c-sharp/' },
    { name: 'C', slug: 'c', href: '/sub/talks/tags/c/' },
  ]);
});

it('encodes characters that an address must not contain', () => {
  expect(toTags(['é'], createAddresses('/'))[0]?.href).toBe('/talks/tags/%C3%A9/');
});

it('toTagSlug is always safe in an address, and idempotent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (tag) => {
      const slug = toTagSlug(tag);
      expect(slug).toMatch(/^[\p{L}\p{N}\p{M}]([\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u);
      expect(toTagSlug(slug)).toBe(slug);
    }),
    { numRuns: 1000 },
  );
});
