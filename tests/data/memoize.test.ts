import { expect, it } from 'vitest';
import { markFilesChanged } from '../../src/content/loaders/entry-store.ts';
import { memoize } from '../../src/data/memoize.ts';

it('loads once until an entry or a file changes', async () => {
  let count = 0;
  const load = memoize(() => Promise.resolve(++count));
  expect([await load(), await load()]).toEqual([1, 1]);
  markFilesChanged();
  expect([await load(), await load()]).toEqual([2, 2]);
});

it('loads again after a failure', async () => {
  let count = 0;
  const load = memoize(() =>
    ++count === 1 ? Promise.reject(new Error()) : Promise.resolve(count),
  );
  await expect(load()).rejects.toThrow();
  expect(await load()).toBe(2);
});

it('does not keep a result that was loaded during a change', async () => {
  let count = 0;
  const load = memoize(() => Promise.resolve(++count));
  const first = load();
  markFilesChanged();
  expect([await first, await load()]).toEqual([1, 2]);
});
