import { existsSync, readdirSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';

/** Lists the paths of all files in `public/`, relative to it. */
export function listPublicFiles(folder: string, prefix = ''): string[] {
  const current = join(folder, prefix);
  if (!existsSync(current)) return [];
  return readdirSync(current).flatMap((name) => {
    const path = prefix + name;
    const stats = readStats(join(folder, path));
    if (stats?.isDirectory()) return listPublicFiles(folder, `${path}/`);
    return stats?.isFile() ? [path] : [];
  });
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
