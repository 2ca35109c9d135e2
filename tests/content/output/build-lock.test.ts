import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { takeLock } from '../../../src/content/output/build-lock.ts';

const noWait = () => expect.unreachable();

test('the second one waits until the first one releases the lock', async () => {
  const events: string[] = [];
  const release = await takeLock('/site/a', noWait);
  const second = takeLock('/site/a', () => events.push('waits')).then((releaseSecond) => {
    events.push('has the lock');
    releaseSecond();
  });
  (await takeLock('/site/b', noWait))();
  await setTimeout(100);
  expect(events).toEqual(['waits']);
  release();
  await second;
  expect(events).toEqual(['waits', 'has the lock']);
});

test('of many that wait, one after the other has the lock', async () => {
  let [running, most, count] = [0, 0, 0];
  const work = async () => {
    const release = await takeLock('/site/c', () => {});
    most = Math.max(most, (running += 1));
    await setTimeout(5);
    [running, count] = [running - 1, count + 1];
    release();
  };
  await Promise.all(Array.from({ length: 12 }, work));
  expect([most, count]).toEqual([1, 12]);
});

test('the lock of a process that was killed is free', async () => {
  const script = `
    import { takeLock } from './src/content/output/build-lock.ts';
    await takeLock('/site/d', () => {});
    console.log('has the lock');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  let hasWaited = false;
  const lock = takeLock('/site/d', () => {
    hasWaited = true;
    child.kill('SIGKILL');
  });
  (await lock)();
  expect(hasWaited).toBe(true);
});
