import {
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FolderError, isWritable } from './disk-error.ts';
import { fileListName, listFiles } from './file-list.ts';

/**
 * Returns which files and folders of an output folder stay if the next site does not have them: a function that is given
 * their paths in it.
 */
export type KeepRule = (output: string) => (path: string) => boolean;

/**
 * Puts a finished site in the place of the last one, by renaming folders: whenever this is interrupted, the output is the
 * last site, the new one, or missing until `finishSwap` is called. Where a folder cannot be renamed (it is a mount point,
 * the folder above it is read-only, or a program on Windows has a file in it open), the files are replaced one by one,
 * which is not atomic.
 * @param next The finished site, which is moved.
 * @param output Is created if it is missing. It is no symbolic link.
 * @throws If the disk is full or a folder cannot be written.
 */
export function swapOutput(next: string, output: string, keepRule: KeepRule): void {
  const folders = toSwapFolders(output);
  mkdirSync(dirname(output), { recursive: true });
  if (existsSync(output) && !isWritable(dirname(output))) {
    replaceFiles(next, output, keepRule);
    removeFolder(next);
  } else {
    moveFolder(next, folders);
    replaceOutput(folders, output, keepRule);
  }
}

/** Finishes a swap that was interrupted, so that the output is a whole site again. */
export function finishSwap(output: string, keepRule: KeepRule): void {
  const folders = toSwapFolders(output);
  removeFolder(folders.part);
  if (existsSync(output)) removeLast(folders, output, keepRule);
  if (existsSync(folders.next)) replaceOutput(folders, output, keepRule);
  else if (existsSync(folders.last)) renameSync(folders.last, output);
}

/** The folders that a swap uses beside the output. */
interface SwapFolders {
  /** The new site, complete. */
  next: string;
  last: string;
  /** An incomplete site: one that is being copied from another file system or being deleted. */
  part: string;
}

function toSwapFolders(output: string): SwapFolders {
  const toPath = (name: string) => join(dirname(output), `.${basename(output)}.lectern-${name}`);
  return { next: toPath('next'), last: toPath('last'), part: toPath('part') };
}

/** Moves the new site beside the output, also to another file system. It appears when it is complete. */
function moveFolder(from: string, { next, part }: SwapFolders): void {
  try {
    renameSync(from, next);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    try {
      for (const file of listFiles(from)) copyFile(join(from, file), join(part, file));
      renameSync(part, next);
    } catch (copyError) {
      // Of a full disk, the copy has taken the space that others need.
      removeFolder(part);
      throw copyError;
    }
    removeFolder(from);
  }
}

function replaceOutput(folders: SwapFolders, output: string, keepRule: KeepRule): void {
  if (existsSync(output) && !tryToRename(output, folders.last)) {
    replaceFiles(folders.next, output, keepRule);
    removeSite(folders.next, folders.part);
  } else {
    renameSync(folders.next, output);
    removeLast(folders, output, keepRule);
  }
}

function tryToRename(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['EXDEV', 'EBUSY'].includes(code) || isDenied(error)) return false;
    throw error;
  }
}

function isDenied(error: unknown): boolean {
  return ['EPERM', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/** Moves what stays from the last output to the new one, and deletes the rest. */
function removeLast({ last, part }: SwapFolders, output: string, keepRule: KeepRule): void {
  if (!existsSync(last)) return;
  moveKept(last, output, keepRule(last));
  removeSite(last, part);
}

/** Deletes a folder. If this is interrupted, the rest of it is not mistaken for a whole site. */
function removeSite(folder: string, part: string): void {
  renameSync(folder, part);
  removeFolder(part);
}

function moveKept(
  last: string,
  output: string,
  isKept: (path: string) => boolean,
  folder = '',
): void {
  for (const entry of readdirSync(join(last, folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    const target = join(output, path);
    if (isKept(path) && !path.endsWith(draftEnding) && !isThere(target)) {
      mkdirSync(dirname(target), { recursive: true });
      renameSync(join(last, path), target);
    } else if (entry.isDirectory()) moveKept(last, output, isKept, path);
  }
}

/**
 * Replaces the files of a folder: adds those with new names first, on which pages of the new site depend, then replaces
 * the others, each by renaming, and deletes those of the last site at the end.
 */
function replaceFiles(from: string, to: string, keepRule: KeepRule): void {
  const isKept = keepRule(to);
  // The list of the last site is replaced last: a replacement that was interrupted is finished by it.
  const hasList = isThere(join(from, fileListName));
  const files = listFiles(from).filter((file) => file !== fileListName);
  const isNew = new Set(files.filter((file) => !isThere(join(to, file))));
  const rank = (file: string) => (isNew.has(file) ? 0 : 2) + (file.endsWith('.html') ? 1 : 0);
  for (const file of files.sort((a, b) => rank(a) - rank(b))) replaceFile(from, to, file);
  const isInSite = new Set([...files, fileListName]);
  const isOutdated = (file: string) =>
    !isInSite.has(file) && (file.endsWith(draftEnding) || !isKept(file));
  for (const file of listFiles(to).filter(isOutdated)) rmSync(join(to, file), { force: true });
  if (hasList) replaceFile(from, to, fileListName);
  removeEmptyFolders(to);
}

/** The ending of the name of a file until the file is complete. */
const draftEnding = '.lectern-copy';

function replaceFile(from: string, to: string, file: string): void {
  const target = join(to, file);
  for (let folder = dirname(target); folder.length > to.length; folder = dirname(folder))
    if (isThere(folder) && !isFolder(folder)) rmSync(folder);
  if (isFolder(target)) removeFolder(target);
  const draft = target + draftEnding;
  copyFile(join(from, file), draft);
  renameSync(draft, target);
}

function copyFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
}

function removeEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    removeEmptyFolders(path);
    if (readdirSync(path).length === 0) removeFolder(path);
  }
}

/** @throws FolderError if a part of the folder belongs to another user. */
function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (!isDenied(error)) throw error;
    throw new FolderError(`${folder} cannot be deleted: it contains a folder of another user, or it is read-only.
Delete it, and run the command again.`);
  }
}

/** Returns whether there is anything at a path, including a symbolic link without a target. */
function isThere(path: string): boolean {
  return readStats(path) !== undefined;
}

function isFolder(path: string): boolean {
  return readStats(path)?.isDirectory() ?? false;
}

function readStats(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    // A folder above it is missing, or a file.
    return undefined;
  }
}
