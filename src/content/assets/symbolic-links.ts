import { realpathSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { isWithin, readStats } from './public-files.ts';

/** Why a symbolic link is not followed: it has no target, or points to a folder that contains it or that is outside the site. */
export type LinkFault = 'broken-link' | 'link-loop' | 'link-outside';

/** What an entry of a folder is, after following symbolic links. */
export type EntryKind = 'file' | 'folder' | 'other' | LinkFault;

/** The real paths of the folders that contain the links above a folder. */
export type LinkChain = readonly string[];

/**
 * Returns what an entry of a folder is. A link to a file is a file, wherever its target is; a link to a folder is a folder if
 * its target is in the site and does not contain the link.
 * @param root The author's folder.
 * @param chain The links above this folder.
 */
export function resolveEntry(
  entry: Dirent,
  folder: string,
  root: string,
  chain: LinkChain,
): { kind: EntryKind; chain: LinkChain } {
  if (entry.isFile()) return { kind: 'file', chain };
  if (entry.isDirectory()) return { kind: 'folder', chain };
  if (!entry.isSymbolicLink()) return { kind: 'other', chain };
  const path = join(folder, entry.name);
  const stats = readStats(path);
  if (!stats) return { kind: isLoop(path) ? 'link-loop' : 'broken-link', chain };
  if (!stats.isDirectory()) return { kind: stats.isFile() ? 'file' : 'other', chain };
  const target = realpathSync(path);
  const above = [...chain, realpathSync(folder)];
  if (above.some((one) => isWithin(one, target))) return { kind: 'link-loop', chain };
  if (!isWithin(target, realpathSync(root))) return { kind: 'link-outside', chain };
  return { kind: 'folder', chain: above };
}

/** Returns whether a link points to itself, directly or through other links. */
function isLoop(path: string): boolean {
  try {
    realpathSync(path);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ELOOP';
  }
}
