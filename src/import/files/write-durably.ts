import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file whole or not at all, and onto the disk before it returns. */
export function writeDurably(path: string, text: string): void {
  const part = `${path}.part`;
  const file = openSync(part, 'w');
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, path);
  syncFolder(dirname(path));
}

/** Waits until files are on the disk. */
export async function syncFiles(paths: readonly string[]): Promise<void> {
  const AT_ONCE = 16;
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    await Promise.all(
      paths.slice(at, at + AT_ONCE).map(async (path) => {
        await using file = await open(path, 'r');
        await file.sync().catch(() => undefined);
      }),
    );
  }
}

/** Windows cannot, and need not. */
function syncFolder(folder: string): void {
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
