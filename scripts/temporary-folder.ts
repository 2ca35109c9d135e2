import { mkdtempSync, readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memoryDisk = '/dev/shm';
const minFreeBytes = 2 * 1024 ** 3;

/**
 * Creates a folder for the temporary files of a test run. On Linux it is in memory if there is enough of it: tests of the
 * importer create and remove thousands of small folders, and wait for a disk until each is written.
 */
export function newTemporaryFolder(): string {
  const parent = isUsable(memoryDisk) ? memoryDisk : tmpdir();
  return mkdtempSync(join(parent, 'lectern-tests-'));
}

function isUsable(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return (
      bavail * bsize >= minFreeBytes && isMemoryDisk(readFileSync('/proc/mounts', 'utf8'), folder)
    );
  } catch {
    return false;
  }
}

/**
 * Returns whether a folder is a file system in memory from which programs can be run.
 * @param mounts The text of `/proc/mounts`.
 */
export function isMemoryDisk(mounts: string, folder: string): boolean {
  const last = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .findLast(([, point]) => point === folder);
  const [, , type, options = ''] = last ?? [];
  return (
    type === 'tmpfs' && options.split(',').every((option) => !['ro', 'noexec'].includes(option))
  );
}
