import { expect, it } from 'vitest';
import { memoizeByObject } from '../../../src/model/page/memoize.ts';

it('computes once for each object, even if the result is undefined', () => {
  const computed: object[] = [];
  const find = memoizeByObject((key: { name?: string }) => {
    computed.push(key);
    return key.name;
  });
  const [named, unnamed, equal] = [{ name: 'a' }, {}, { name: 'a' }];
  expect([find(named), find(unnamed), find(equal)]).toEqual(['a', undefined, 'a']);
  expect([find(named), find(unnamed), find(equal)]).toEqual(['a', undefined, 'a']);
  expect(computed).toEqual([named, unnamed, equal]);
});
