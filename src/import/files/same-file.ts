import { closeSync, lstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';

const CHUNK = 1 << 20;

/** Returns whether two files have the same bytes. At most 2 MB are in memory at a time. */
export function sameFile(one: string, other: string): boolean {
  if (statSync(one).size !== statSync(other).size) return false;
  const files = [openSync(one, 'r'), openSync(other, 'r')] as const;
  const [a, b] = [Buffer.allocUnsafe(CHUNK), Buffer.allocUnsafe(CHUNK)];
  try {
    for (;;) {
      const [read, alike] = [fill(files[0], a), fill(files[1], b)];
      if (read !== alike || a.compare(b, 0, read, 0, read) !== 0) return false;
      if (read < CHUNK) return true;
    }
  } finally {
    files.forEach(closeSync);
  }
}

/** Returns the type of the file at a path, without following links; undefined if there is no file. */
export function fileTypeAt(path: string): 'file' | 'folder' | 'other' | undefined {
  const stats = statsOf(path);
  if (stats === undefined) return undefined;
  return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
}

function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Fills a buffer from a file. Returns fewer bytes than its length only at the end of the file. */
function fill(file: number, buffer: Buffer): number {
  let at = 0;
  for (;;) {
    const read = readSync(file, buffer, at, buffer.length - at, null);
    at += read;
    if (read === 0 || at === buffer.length) return at;
  }
}
