import { expect, test } from 'vitest';
import { compareWithDevServer } from '../helpers/build/dev-addresses.ts';

test('every address of a built site, and every link on its pages, answers in npm start', async () => {
  const { failures, count } = await compareWithDevServer((files) => files);
  expect(failures).toEqual([]);
  expect(count).toBeGreaterThan(500);
});
