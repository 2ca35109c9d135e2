import { expect, test } from 'vitest';
import { addDescendants } from '../../scripts/process-table.mjs';
import { expectNoProcessLeft, commandEnds, typeCommand } from '../helpers/process/npm-processes.ts';
import { waitUntilGone } from '../helpers/process/processes.ts';
import { waitUntil } from '../helpers/process/wait-until.ts';

const windows = process.platform === 'win32';
/** Each command with a different way to end it; `tests/long` has all pairs. */
const sample = commandEnds.filter(([command, end]) =>
  [
    'npm start, Ctrl-C',
    'npm run build -- --verbose, the death of the shell',
    'npm run test:unit, SIGTERM to npm',
    'npm run test:unit, the death of npm',
  ].includes(`${command}, ${end}`),
);

test('the sample has every command', () => {
  expect(sample).toHaveLength(windows ? 2 : 4);
});

test.each(sample)('%s leaves no process after %s', expectNoProcessLeft);

test('a build that ends leaves no process', async () => {
  const { pid, output, closed } = typeCommand('npm run build');
  const seen = new Set([pid]);
  let over = false;
  void closed.then(() => (over = true));
  await waitUntil(
    async () => {
      await addDescendants(seen);
      return over;
    },
    'the build ended',
    output,
  );
  // The shell, npm, its shell, the script, Astro, and the process that renders PDFs.
  expect(seen.size).toBeGreaterThanOrEqual(5);
  if (!windows) expect(output()).toContain('status 0');
  await waitUntilGone([...seen], output);
});
