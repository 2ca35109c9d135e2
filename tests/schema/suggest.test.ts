import { expect, it } from 'vitest';
import { editDistance, suggest } from '../../src/schema/suggest.ts';

it.each([
  ['slide', 'slides'],
  ['Event-URL', 'event_url'],
  ['loaction', 'location'],
  ['tgas', 'tags'],
  ['colour', undefined],
  ['ab', undefined],
])('suggests for %s: %s', (word, expected) => {
  expect(suggest(word, ['slides', 'event_url', 'location', 'tags'])).toBe(expected);
});

it('counts edits and swaps', () => {
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('date', 'dtae')).toBe(1);
  expect(editDistance('short', 'much longer', 2)).toBe(2);
});
