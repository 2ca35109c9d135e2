import { existsSync, realpathSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { isTrue } from '../../schema/text.ts';
import { readAuthorText } from '../parse/decode-text.ts';
import { readSettings } from '../parse/front-matter.ts';
import { isWithin, readStats } from './file-stats.ts';

/**
 * Why a symbolic link is not followed: it has no target, points to a folder that contains it, or to a folder or file
 * outside the site.
 */
const linkFaults = ['broken-link', 'link-loop', 'link-outside', 'file-outside'] as const;
export type LinkFault = (typeof linkFaults)[number];

/** What an entry of a folder is, after following symbolic links. */
export type EntryKind = 'file' | 'folder' | 'other' | LinkFault;

/** The real paths of the folders that contain the links above a folder. */
export type LinkChain = readonly string[];

/** Returns whether an entry is a symbolic link that is not followed. */
export function isLinkFault(kind: string): kind is LinkFault {
  return (linkFaults as readonly string[]).includes(kind);
}

/**
 * Returns what an entry of a folder is. A link is what its target is, if that is in the site and does not contain the link.
 * Links that point outside the site are followed if its settings allow it.
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
  const target = realpathSync(path);
  const isFollowed = isWithin(target, realpathSync(root)) || followsLinks(root);
  if (stats.isFile()) return { kind: isFollowed ? 'file' : 'file-outside', chain };
  if (!stats.isDirectory()) return { kind: 'other', chain };
  const above = [...chain, realpathSync(folder)];
  if (above.some((one) => isWithin(one, target))) return { kind: 'link-loop', chain };
  if (!isFollowed) return { kind: 'link-outside', chain };
  return { kind: 'folder', chain: above };
}

/**
 * Returns whether a path in a folder points outside the site by a symbolic link that is not followed.
 * @param folder A folder of the site: `public/`.
 * @param root The author's folder.
 */
export function pointsOutside(path: string, folder: string, root: string): boolean {
  if (!existsSync(path)) return false;
  const target = realpathSync(path);
  // Most paths have no link, and then need no comparison with the real path of the site.
  if (target === path || isWithin(target, realpathSync(folder))) return false;
  return !isWithin(target, realpathSync(root)) && !followsLinks(root);
}

/** The setting `follow_links` of sites by their settings file, with its time of change in milliseconds since 1970. */
const followSettings = new Map<string, { time: number; follows: boolean }>();

/** Returns whether a site follows symbolic links that point outside its folder: `follow_links` in `site.yaml`. */
function followsLinks(root: string): boolean {
  const file = join(root, 'content', 'site.yaml');
  const time = readStats(file)?.mtimeMs ?? 0;
  const known = followSettings.get(file);
  if (known?.time === time) return known.follows;
  const parsed = time === 0 ? undefined : readSettings(readAuthorText(file).text, []);
  const follows = parsed !== undefined && 'data' in parsed && isTrue(parsed.data['follow_links']);
  followSettings.set(file, { time, follows });
  return follows;
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
