import { describe, expect, test } from 'vitest';
import {
  measureProcess,
  parseMacMemory,
  parseTimes,
} from '../../../scripts/bench/measure-process.ts';
import { createCleanEnvironment } from '../../helpers/build/build-site.ts';
import { registerWhere } from '../../helpers/skip.ts';

const options = { cwd: process.cwd(), env: createCleanEnvironment() };
const megabyte = 1024 * 1024;

describe('measureProcess', () => {
  registerWhere(process.platform !== 'win32', 'counts a child', 'no /bin/sh', () => {
    test('counts the processor time and memory of a child of the program', async () => {
      const work =
        'const kept = Buffer.alloc(100 * 1024 * 1024, 1); while (process.cpuUsage().user < 200_000);';
      const program = `require('child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(work)}])`;
      const { wall, cpu, peak } = await measureProcess([process.execPath, '-e', program], options);
      expect(wall).toBeGreaterThan(0);
      expect(cpu).toBeGreaterThanOrEqual(0.2);
      expect(peak).toBeGreaterThan(100 * megabyte);
    });
  });

  test('rejects with the output of a program that fails', async () => {
    const program = 'console.error("no such page"); process.exit(3)';
    const result = measureProcess([process.execPath, '-e', program], options);
    await expect(result).rejects.toThrow(/no such page\n[^]* exit code 3/);
  });
});

test.each([
  ['0m0.00s 0m0.00s\n1m2.50s 0m0.25s\n', 62.75],
  ['0m0,001s 0m0,002s\n0m1,500s 0m0,250s\n', 1.75],
])('parseTimes adds user and system time of the children in %j', (output, seconds) => {
  expect(parseTimes(output)).toBe(seconds);
});

test('parseTimes rejects other texts', () => {
  expect(() => parseTimes('real 1.0')).toThrow('"times": real 1.0');
});

test('parseMacMemory returns the bytes that macOS prints', () => {
  const output = '        1.23 real\n           184549376  maximum resident set size\n';
  expect(parseMacMemory(output)).toBe(184_549_376);
});
