import { join } from 'node:path';
import { listNames } from './file-stats.ts';

/**
 * Returns whether two file names are the same text. `ü` may be one character or a `u` with an accent (Unicode
 * normalisation forms C and D): macOS has stored names in the second form, and keyboards write the first.
 */
export function isSameName(a: string, b: string): boolean {
  return a === b || a.normalize('NFC') === b.normalize('NFC');
}

/**
 * Returns a path in the spelling in which the file system has it, if that differs from the given one.
 * @param path Relative to the folder, with forward slashes.
 */
export function findOtherSpelling(folder: string, path: string): string | undefined {
  if (path.normalize('NFC') === path && path.normalize('NFD') === path) return undefined;
  const found: string[] = [];
  for (const part of path.split('/')) {
    const name = listNames(join(folder, ...found)).find((name) => isSameName(name, part));
    if (name === undefined) return undefined;
    found.push(name);
  }
  return found.join('/');
}
