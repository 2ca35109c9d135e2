import { readdirSync, statSync, type Stats } from 'node:fs';
import { relative, sep } from 'node:path';

/** Returns whether a path is that of a folder, or of something in it. Both are absolute, or real paths if either may contain links. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

/** Returns the path of a file relative to a folder, with forward slashes. */
export function toRelativePath(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

/**
 * Returns the properties of a file or folder; undefined if there is none, or if the path is too long or
 * otherwise invalid, such as a link to a folder that contains it.
 */
export function readStats(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Returns the names in a folder; none if it cannot be read. */
export function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
