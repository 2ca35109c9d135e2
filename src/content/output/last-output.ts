import { linkSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Fills the next output with files of the last one and new ones. Paths are relative to the output folder. */
export interface LastOutput {
  /**
   * Puts a file of the last output into the next one if its bytes are as they were built, without writing them.
   * @returns False if the last output has no such file, it was changed, or the next output has a file at this path.
   */
  reuse(path: string, isIntact: (bytes: Buffer) => boolean): boolean;
  /**
   * Writes a new file into the next output.
   * @returns False if there is a file at this path, or it cannot be written, of which a part may be left.
   */
  create(path: string, bytes: Uint8Array): boolean;
}

/**
 * A file is one file in both folders (a hard link): whoever changes it in place in one changes it in the other, so the
 * build writes no file that was reused. Where the file system does not support this, the file is copied.
 */
export function openLastOutput(last: string, next: string): LastOutput {
  const folders = new Set<string>();
  const createFolder = (folder: string) => {
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
  };
  const write = (file: string, bytes: Uint8Array) =>
    tryToCreate(() => writeFileSync(file, bytes, { flag: 'wx' })) ?? false;
  return {
    reuse(path, isIntact) {
      const [from, to] = [join(last, path), join(next, path)];
      const bytes = readRegularFile(from);
      if (!bytes || !isIntact(bytes)) return false;
      createFolder(dirname(to));
      return tryToCreate(() => linkSync(from, to)) ?? write(to, bytes);
    },
    create(path, bytes) {
      const file = join(next, path);
      return (
        tryToCreate(() => {
          createFolder(dirname(file));
        }) === true && write(file, bytes)
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
