import { linkSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Uses files of the last build's output again. Paths are relative to the output folder. */
export interface LastOutput {
  /**
   * Puts a file of the last output into the next one if its bytes are as they were built, without writing them.
   * @returns False if the last output has no such file, it was changed, or the next output has a file at this path.
   */
  reuse(path: string, isIntact: (bytes: Buffer) => boolean): boolean;
}

/**
 * A file is one file in both folders (a hard link): whoever changes it in place in one changes it in the other, so the
 * build writes no file that was reused. Where the file system does not support this, the file is copied.
 */
export function openLastOutput(last: string, next: string): LastOutput {
  const folders = new Set<string>();
  return {
    reuse(path, isIntact) {
      const [from, to] = [join(last, path), join(next, path)];
      const bytes = readRegularFile(from);
      if (!bytes || !isIntact(bytes)) return false;
      const folder = dirname(to);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      return (
        tryToCreate(() => linkSync(from, to)) ??
        tryToCreate(() => writeFileSync(to, bytes, { flag: 'wx' })) ??
        false
      );
    },
  };
}

function readRegularFile(file: string): Buffer | undefined {
  try {
    return lstatSync(file).isFile() ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns whether the file was created: false if there is one already, undefined after another error. */
function tryToCreate(create: () => void): boolean | undefined {
  try {
    create();
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST' ? false : undefined;
  }
}
