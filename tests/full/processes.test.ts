import { expect, test } from 'vitest';
import { addDescendants } from '../../scripts/process-table.mjs';
import { expectNothingLeft, pairs, type } from '../helpers/npm-processes.ts';
import { untilGone } from '../helpers/processes.ts';
import { until } from '../helpers/until.ts';

const windows = process.platform === 'win32';
/** Each command once, by another kind of end each; `tests/long` has all pairs. */
const sample = pairs.filter(([command, end]) =>
  [
    'npm start, Ctrl-C',
    'npm run build, the death of the shell',
    'npm run test:unit, SIGTERM to npm',
    'npm run test:unit, the death of npm',
  ].includes(`${command}, ${end}`),
);

test('the sample has a pair of each command', () => {
  expect(sample).toHaveLength(windows ? 2 : 4);
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
