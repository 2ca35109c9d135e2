import { expect, test } from 'vitest';
import { createTextCache } from '../../../src/markdown/math/text-cache.ts';

test('drops the texts that were not used for the longest time', () => {
  const cache = createTextCache(12);
  cache.set('a', '123');
  cache.set('b', '456');
  cache.set('c', '789');
  expect(cache.get('a')).toBe('123');
  cache.set('d', '000');
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key))).toEqual([
    '123',
    undefined,
    '789',
    '000',
  ]);
});

test('replaces the text of a key', () => {
  const cache = createTextCache(8);
  for (const text of ['1', '22', '333']) cache.set('a', text);
  cache.set('b', '444');
  expect([cache.get('a'), cache.get('b')]).toEqual(['333', '444']);
});

test('holds no text that is longer than the cache', () => {
  const cache = createTextCache(4);
  cache.set('a', '123');
  cache.set('b', '12345');
  expect([cache.get('a'), cache.get('b')]).toEqual([undefined, undefined]);
});
