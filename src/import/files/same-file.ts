import { closeSync, lstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';

const CHUNK = 1 << 20;

/** Returns whether two files have the same bytes. At most 2 MB are in memory at a time. */
export function isSameFile(path: string, otherPath: string): boolean {
  if (statSync(path).size !== statSync(otherPath).size) return false;
  const files = [openSync(path, 'r'), openSync(otherPath, 'r')] as const;
  const [buffer, otherBuffer] = [Buffer.allocUnsafe(CHUNK), Buffer.allocUnsafe(CHUNK)];
  try {
    for (;;) {
      const [read, otherRead] = [fillBuffer(files[0], buffer), fillBuffer(files[1], otherBuffer)];
      if (read !== otherRead || buffer.compare(otherBuffer, 0, read, 0, read) !== 0) return false;
      if (read < CHUNK) return true;
    }
  } finally {
    files.forEach(closeSync);
  }
}

/** Returns the type of the file at a path, without following links; undefined if there is no file. */
export function getFileType(path: string): 'file' | 'folder' | 'other' | undefined {
  const stats = readStats(path);
  if (stats === undefined) return undefined;
  return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
}

function readStats(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Fills a buffer from a file. Returns fewer bytes than its length only at the end of the file. */
function fillBuffer(file: number, target: Buffer): number {
  let offset = 0;
  for (;;) {
    const read = readSync(file, target, offset, target.length - offset, null);
    offset += read;
    if (read === 0 || offset === target.length) return offset;
  }
}
