import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRunning, readParents } from '../../scripts/process-table.mjs';
import { registerWhere } from '../helpers/skip.ts';
import { until } from '../helpers/until.ts';

test('the parent of this process is known', async () => {
  expect((await readParents()).get(process.pid)).toBe(process.ppid);
});

test('a process runs until it has ended', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(child, 'spawn');
  expect(isRunning(child.pid)).toBe(true);
  child.kill();
  await once(child, 'exit');
  expect(isRunning(child.pid)).toBe(false);
});

registerWhere(process.platform === 'linux', 'zombies', 'only Linux lists them', () => {
  test('a zombie has ended', async () => {
    const parent = spawn('sh', ['-c', 'sleep 600 & echo $!; exec sleep 600']);
    const [data] = (await once(parent.stdout, 'data')) as [Buffer];
    const child = Number(String(data));
    // `sleep` takes the place of the shell and never asks how the shell's child ended.
    const program = () => readFileSync(`/proc/${parent.pid}/comm`, 'utf8').trim();
    await until(() => program() === 'sleep', 'the shell was replaced', program);
    process.kill(child);
    await until(() => !isRunning(child), 'the child had ended');
    expect(() => process.kill(child, 0)).not.toThrow();
    expect(isRunning(parent.pid)).toBe(true);
    parent.kill();
  });
});
