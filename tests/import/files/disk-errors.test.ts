import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { importOldSite, makePageText, hashTree } from '../../helpers/old-sites/import-old-site.ts';
import { checkDiskSpace } from '../../../src/import/files/disk-errors.ts';

vi.setConfig({ testTimeout: 60_000 });

const files = {
  'config.toml': 'theme = "academic"\n',
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`content/talk/t${i}.md`, makePageText(`Talk ${i}`)]),
  ),
  'static/files/big.bin': Buffer.alloc(3_000_000, 1),
};

/** Mounts a small disk; undefined without permission to mount. */
function smallDisk(options: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  onTestFinished(() => {
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

test('stops before it copies anything if the disk has too little space', () => {
  expect(() => checkDiskSpace(tmpdir(), 1e18)).toThrow(
    /does not have enough space: the old site needs 1000000000000 MB, and .* MB are free\. Nothing was changed\.$/,
  );
  expect(() => checkDiskSpace(tmpdir(), 1)).not.toThrow();
});

// Real disks; `tests/full/import-full-disk.test.ts` simulates one that is full at any step.
test.each([
  ['for the bytes', 'size=2m', /enough space: the old site needs 3\.0 MB, and .* are free/],
  ['for the number of files', 'size=16m,nr_inodes=30', /is full\. The copied files were deleted/],
])('a disk too small %s: a clear message, and nothing is lost', async (_, options, message) => {
  const disk = smallDisk(options);
  if (disk === undefined) {
    console.log('Skipped: mounting a small disk is not allowed here.');
    return;
  }
  const { root: old } = createAuthorFolder(files);
  const before = hashTree(old);
  writeFileSync(join(disk, 'mine.txt'), 'mine');
  await expect(importOldSite(old, { into: disk })).rejects.toThrow(message);
  expect(readdirSync(disk)).toEqual(['mine.txt']);
  await expect(importOldSite(old, { into: join(disk, 'new') })).rejects.toThrow(message);
  expect(readdirSync(disk)).toEqual(['mine.txt']);
  expect(hashTree(old)).toEqual(before);

  execFileSync('mount', ['-o', 'remount,size=64m,nr_inodes=1000', disk]);
  const { moved } = await importOldSite(old, { into: disk });
  expect(moved).toBeGreaterThan(40);
});
