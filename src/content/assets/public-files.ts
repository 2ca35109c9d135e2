import { existsSync, readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { join, sep } from 'node:path';

/** Lists the paths of all files in `public/`, relative to it. A link to a folder that contains it is left out. */
export function listPublicFiles(folder: string): string[] {
  return listFiles(folder, '', []);
}

/** @param above The real paths of the folders above the one with this prefix, if one of them has a symbolic link. */
function listFiles(folder: string, prefix: string, above: readonly string[]): string[] {
  const current = join(folder, prefix);
  if (!existsSync(current)) return [];
  const entries = readdirSync(current, { withFileTypes: true });
  const hasLinks = above.length > 0 || entries.some((entry) => entry.isSymbolicLink());
  const parents = hasLinks ? [...above, realpathSync(current)] : [];
  return entries.flatMap(({ name }) => {
    const path = prefix + name;
    const stats = readStats(join(folder, path));
    if (stats?.isDirectory()) {
      const target = hasLinks ? realpathSync(join(folder, path)) : undefined;
      const isLoop = target !== undefined && parents.some((parent) => isWithin(parent, target));
      return isLoop ? [] : listFiles(folder, `${path}/`, parents);
    }
    return stats?.isFile() ? [path] : [];
  });
}

/** Returns whether a path is that of a folder, or of something in it. Both are real paths. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
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
