import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isMemoryDisk, newTemporaryFolder } from '../../scripts/temporary-folder.ts';

test('creates another folder each time', () => {
  const folders = [newTemporaryFolder(), newTemporaryFolder()];
  expect(folders[0]).not.toBe(folders[1]);
  for (const folder of folders) {
    writeFileSync(join(folder, 'a.txt'), 'a');
    rmSync(folder, { recursive: true });
  }
});

test.each([
  ['tmpfs /dev/shm tmpfs rw,relatime,size=24683652k 0 0', true],
  ['shm /dev/shm tmpfs rw,nosuid,nodev,noexec,relatime,size=65536k 0 0', false],
  ['tmpfs /dev/shm tmpfs ro,relatime 0 0', false],
  ['/dev/vda /dev/shm ext4 rw,relatime 0 0', false],
  // The later one hides the earlier one.
  ['tmpfs /dev/shm tmpfs rw 0 0\n/dev/vda /dev/shm ext4 rw 0 0', false],
  ['tmpfs /dev/shm/other tmpfs rw 0 0', false],
])('with the mounts "%s", /dev/shm is used: %s', (line, isUsed) => {
  const mounts = `/dev/vda / ext4 rw,relatime 0 0\n${line}\ntmpfs /run tmpfs rw 0 0\n`;
  expect(isMemoryDisk(mounts, '/dev/shm')).toBe(isUsed);
});
