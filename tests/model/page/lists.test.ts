import { expect, it } from 'vitest';
import { groupByKeys } from '../../../src/model/page/lists.ts';

it('groups items by each of their keys, in their order and once', () => {
  const items = [
    { name: 'a', keys: ['x', 'y', 'x'] },
    { name: 'b', keys: [] },
    { name: 'c', keys: ['y'] },
  ];
  const groups = groupByKeys(items, ({ keys }) => keys);
  const names = [...groups].map(([key, group]) => [key, group.map(({ name }) => name)]);
  expect(names).toEqual([
    ['x', ['a']],
    ['y', ['a', 'c']],
  ]);
});
