import { accessSync, constants, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { compareText } from '../../model/page/lists.ts';
import type { OldFile, OldSite } from './old-site.ts';

/** The files in a folder: see `OldSite`. */
export type Tree = Pick<OldSite, 'files' | 'unreadFolders' | 'unreadable'>;

/**
 * Lists the files below a folder, by path. A link to a file of the folder counts as that file; other links,
 * and files without permission, are unreadable.
 * @param root Absolute.
 * @param reasonToSkip Returns why the folder or file at a path is skipped; undefined if it is read.
 */
export function walkTree(root: string, reasonToSkip: (path: string) => string | undefined): Tree {
  const realRoot = realpathSync(root);
  const files: OldFile[] = [];
  const unreadFolders: { path: string; reason: string }[] = [];
  const unreadable: { path: string; reason: string }[] = [];
  walk('');
  const compareByPath = (a: { path: string }, b: { path: string }) => compareText(a.path, b.path);
  return {
    files: files.sort(compareByPath),
    unreadFolders: unreadFolders.sort(compareByPath),
    unreadable: unreadable.sort(compareByPath),
  };

  function walk(folder: string): void {
    for (const name of readdirSync(join(root, folder))) {
      const path = folder + name;
      const reason = reasonToSkip(path);
      if (reason !== undefined) unreadFolders.push({ path, reason });
      else add(path);
    }
  }

  function add(path: string): void {
    const absolute = join(root, path);
    try {
      const stats = lstatSync(absolute);
      if (stats.isSymbolicLink()) return addLink(path);
      if (stats.isDirectory()) return walk(`${path}/`);
      if (!stats.isFile()) return skip(path, 'Device, pipe or socket, not a file');
      accessSync(absolute, constants.R_OK);
      files.push({ path, size: stats.size });
    } catch (error) {
      skip(path, toUnreadableReason((error as NodeJS.ErrnoException).code));
    }
  }

  function addLink(path: string): void {
    let target: string;
    try {
      target = realpathSync(join(root, path));
    } catch {
      return skip(path, 'Broken symbolic link');
    }
    if (!target.startsWith(realRoot + sep)) {
      return skip(
        path,
        'Symbolic link to a place outside the folder. Replace it with the file itself',
      );
    }
    const stats = statSync(target);
    if (stats.isFile()) files.push({ path, size: stats.size });
    else skip(path, 'Symbolic link to a folder. Replace it with the folder itself');
  }

  function skip(path: string, reason: string): void {
    unreadable.push({ path, reason });
  }
}

function toUnreadableReason(code: string | undefined): string {
  if (code === 'EACCES' || code === 'EPERM') return 'No permission to read the file';
  if (code === 'ENOENT') return 'The name is not valid UTF-8. Rename the file';
  return `The file cannot be read (${code ?? 'unknown reason'})`;
}
