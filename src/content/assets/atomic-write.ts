import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file completely or not at all: every reader, in this process or another one, gets the previous
 * file or the new one. The last of several writers wins. A failed write leaves the previous file.
 * @param options.durable Whether to return only when the file is on the disk, so that it survives a loss of
 *   power.
 * @throws When the file cannot be written, for example because the disk is full.
 */
export function writeAtomically(
  path: string,
  data: string | Uint8Array,
  { durable = false } = {},
): void {
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    writeNewFile(draft, typeof data === 'string' ? Buffer.from(data) : data, durable);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  if (durable) syncFolder(dirname(path));
}

/** Writes a file like `writeAtomically`, on another thread. */
export async function writeInBackground(path: string, data: Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, data, { flag: 'wx' });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function writeNewFile(path: string, bytes: Uint8Array, durable: boolean): void {
  const file = openSync(path, 'wx');
  try {
    writeFully(file, bytes);
    if (durable) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Writes all bytes to an open file: a disk that is almost full writes a part, and reports no error before the next write. */
export function writeFully(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes.subarray(at));
}

/** Waits until the names in a folder are on the disk. Windows does not support this and does not need it. */
export function syncFolder(folder: string): void {
  try {
    const file = openSync(folder, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    return;
  }
}
