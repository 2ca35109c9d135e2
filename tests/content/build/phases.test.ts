import { beforeEach, expect, test } from 'vitest';
import { readPartTimes, recordPart } from '../../../src/content/build/phases.ts';

beforeEach(() => performance.clearMeasures());

test('times of a part are added', () => {
  recordPart('pages/html', 100, 130);
  recordPart('read/markdown', 10, 20);
  recordPart('read/markdown', 40, 45);
  expect([...readPartTimes()]).toEqual([
    ['read/markdown', 15],
    ['pages/html', 30],
  ]);
});

test('code that cannot import the function records a part by its name', () => {
  performance.measure('lectern: pages/math', { start: 1, end: 3 });
  performance.measure('of another library', { start: 1, end: 3 });
  expect([...readPartTimes()]).toEqual([['pages/math', 2]]);
});
