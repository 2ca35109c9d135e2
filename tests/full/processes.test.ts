import { expect, test } from 'vitest';
import { addDescendants } from '../../scripts/process-table.mjs';
import { expectNothingLeft, pairs, type } from '../helpers/npm-processes.ts';
import { untilGone } from '../helpers/processes.ts';
import { until } from '../helpers/until.ts';

const windows = process.platform === 'win32';
/** Those that start quickly, and one each of a signal and of a death; `tests/long` has all. */
const sample = pairs.filter(
  ([command, end]) =>
    command === 'npm run test:unit' ||
    (command === 'npm start' && ['Ctrl-C', 'the death of npm'].includes(end)) ||
    (command === 'npm run build' && ['SIGTERM to npm', 'the death of the shell'].includes(end)),
);

test('the sample has pairs of each command', () => {
  expect(sample).toHaveLength(windows ? 4 : 8);
});

test.each(sample)('%s leaves no process after %s', expectNothingLeft);

test('a build that ends leaves no process', async () => {
  const { pid, output, closed } = type('npm run build');
  const seen = new Set([pid]);
  let over = false;
  void closed.then(() => (over = true));
  await until(
    async () => {
      await addDescendants(seen);
      return over;
    },
    'the build ended',
    output,
  );
  // Of the shell, npm, its shell, the script, Astro, and the reader of the slides.
  expect(seen.size).toBeGreaterThanOrEqual(5);
  if (!windows) expect(output()).toContain('status 0');
  await untilGone([...seen], output);
});
