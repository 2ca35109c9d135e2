import { expect, test } from 'vitest';
import { expectNothingLeft, pairs } from '../helpers/npm-processes.ts';

test('there are three commands, each with all that can end it', () => {
  expect(pairs).toHaveLength(process.platform === 'win32' ? 6 : 12);
});

test.each(pairs)('%s leaves no process after %s', expectNothingLeft);
