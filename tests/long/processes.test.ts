import { expect, test } from 'vitest';
import { expectNoProcessLeft, commandEnds } from '../helpers/process/npm-processes.ts';

test('three commands are tested with every way to end them', () => {
  expect(commandEnds).toHaveLength(process.platform === 'win32' ? 6 : 12);
});

test.each(commandEnds)('%s leaves no process after %s', expectNoProcessLeft);
