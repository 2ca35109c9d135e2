import { closeSync, lstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';

const CHUNK = 1 << 20;

/** Whether two files hold the same bytes. No more than 2 MB of them are in memory at once. */
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

/** What is at a path, links not followed; undefined for nothing, and for what lies below a file. */
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

/** Fewer bytes than asked for are read at the end alone. */
function fill(file: number, buffer: Buffer): number {
  let at = 0;
  for (;;) {
    const read = readSync(file, buffer, at, buffer.length - at, null);
    at += read;
    if (read === 0 || at === buffer.length) return at;
  }
}
