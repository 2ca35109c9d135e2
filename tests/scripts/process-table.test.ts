import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRunning, readParents } from '../../scripts/process-table.mjs';
import { registerWhere } from '../helpers/skip.ts';
import { waitUntil } from '../helpers/process/wait-until.ts';

test('readParents finds the parent of this process', async () => {
  expect((await readParents()).get(process.pid)).toBe(process.ppid);
});

test('isRunning is true until a process has ended', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(child, 'spawn');
  expect(isRunning(child.pid)).toBe(true);
  child.kill();
  await once(child, 'exit');
  expect(isRunning(child.pid)).toBe(false);
});

registerWhere(process.platform === 'linux', 'zombies', 'only Linux lists them', () => {
  test('a zombie is not running', async () => {
    const parent = spawn('sh', ['-c', 'sleep 600 & echo $!; exec sleep 600']);
    const [data] = (await once(parent.stdout, 'data')) as [Buffer];
    const child = Number(String(data));
    // `sleep` replaces the shell and never reads the exit status of the shell's child.
    const program = () => readFileSync(`/proc/${parent.pid}/comm`, 'utf8').trim();
    await waitUntil(() => program() === 'sleep', 'the shell was replaced', program);
    process.kill(child);
    await waitUntil(() => !isRunning(child), 'the child had ended');
    expect(() => process.kill(child, 0)).not.toThrow();
    expect(isRunning(parent.pid)).toBe(true);
    parent.kill();
  });
});
