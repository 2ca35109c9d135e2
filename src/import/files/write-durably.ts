import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../../content/assets/atomic-write.ts';

/**
 * Copies a file: the copy appears under its name when it is complete and on the disk. A failed copy is
 * deleted.
 */
export function copyDurably(source: string, target: string): void {
  const part = `${target}.lectern-part`;
  try {
    copyFileSync(source, part, constants.COPYFILE_FICLONE);
    const file = openSync(part, 'r');
    try {
      fsyncSync(file);
    } catch (error) {
      throwIfLost(error);
    } finally {
      closeSync(file);
    }
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  syncFolder(dirname(target));
}

/**
 * Waits until files are on the disk.
 * @throws When the disk could not take one, for example because it is full.
 */
export async function syncFiles(paths: readonly string[]): Promise<void> {
  const AT_ONCE = 16;
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    await Promise.all(
      paths.slice(at, at + AT_ONCE).map(async (path) => {
        const file = await open(path, 'r');
        try {
          await file.sync().catch(throwIfLost);
        } finally {
          await file.close();
        }
      }),
    );
  }
}

/** Throws for lost bytes, but not on systems that cannot sync a file that is open for reading. */
function throwIfLost(error: unknown): void {
  if (['ENOSPC', 'EDQUOT', 'EIO'].includes((error as NodeJS.ErrnoException).code ?? ''))
    throw error;
}
