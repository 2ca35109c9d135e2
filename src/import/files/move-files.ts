import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  unlinkSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../../content/assets/atomic-write.ts';
import { compareText } from '../../model/page/lists.ts';
import { isMap } from '../../schema/describe.ts';
import { ImportError } from '../plan/plan.ts';
import { describeConflicts, findCollisions, type Force } from './collisions.ts';
import { getFileType, isSameFile } from './same-file.ts';

/** The files to move into the author's folder. Paths are as in `Copy.to`. */
export interface Moves {
  files: string[];
  /** Those of them that replace another file, which is moved into `backup` first. */
  replaced: string[];
  /** Below the author's folder: `import-backup`. */
  backup: string;
}

/** Returns whether the content of a state file is a list of moves. */
export function isMoves(value: unknown): value is Moves {
  return isMap(value) && Array.isArray(value['files']) && Array.isArray(value['replaced']);
}

/**
 * Moves files into the author's folder. It can be interrupted and run again: files that were moved are
 * skipped.
 * @throws ImportError when a file was created in the meantime, which must not be replaced.
 */
export function moveIn({ files, replaced, backup }: Moves, from: string, into: string): void {
  const isReplaced = new Set(replaced);
  for (const path of files) {
    const [source, target] = [join(from, path), join(into, path)];
    if (getFileType(source) === undefined) continue;
    if (isReplaced.has(path)) backUpFile(target, join(into, backup, path));
    if (getFileType(target) === undefined) {
      moveFile(source, target);
    } else if (getFileType(target) === 'file' && isSameFile(source, target)) {
      unlinkSync(source);
    } else {
      throw new ImportError(
        `${target} was created during the import and was not replaced. The imported file is ${source}.\nMove one of them away and run the import again.`,
      );
    }
  }
}

/** Moves the previous file into the backup, unless an interrupted import did. */
function backUpFile(target: string, backup: string): void {
  if (getFileType(target) === undefined) return;
  if (getFileType(backup) === undefined) moveFile(target, backup);
  // Interrupted between copying and deleting: `target` is still the previous file.
  else if (isSameFile(target, backup)) unlinkSync(target);
}

/** Renames a file, or copies it onto another file system, where it appears under its name when complete. */
function moveFile(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  try {
    renameSync(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyDurably(source, target);
    unlinkSync(source);
  }
}

interface MoveOptions {
  /** The author's folder. */
  into: string;
  force: Force;
  /** The command for this import, without its options, for messages. */
  command: string;
  /** The files of the import report. */
  reportFiles: readonly string[];
}

/**
 * Returns what to move from a staged folder: missing files, and files that may be replaced. An earlier
 * import report is always replaced, unless nothing else changes.
 * @throws ImportError when a file is in the way, and for a name in `force` that is not a file of the
 * import.
 */
export function planMoves(
  paths: readonly string[],
  staged: string,
  { into, force, command, reportFiles }: MoveOptions,
): Moves {
  const unknownPath = force === 'all' ? undefined : force.find((path) => !paths.includes(path));
  if (unknownPath !== undefined) {
    throw new ImportError(
      `${unknownPath} is not a file of this import. After --force, write the new paths of files, such as content/site.yaml. Nothing was changed.`,
    );
  }
  const isSame = (path: string, file: string) => isSameFile(join(staged, path), file);
  const collisions = findCollisions([...paths, ...reportFiles], into, isSame);
  const isReport = (path: string) => reportFiles.includes(path);
  const differing = collisions.differing.filter((path) => !isReport(path));
  const conflicts = describeConflicts({ ...collisions, differing }, force, command);
  if (conflicts !== undefined) throw new ImportError(`${conflicts}\nNothing was changed.`);
  const files = [...collisions.missing, ...collisions.differing].sort(compareText);
  const isDone = files.every(isReport) && reportFiles.every((path) => existsSync(join(into, path)));
  return {
    files: isDone ? [] : files,
    replaced: isDone ? [] : collisions.differing,
    backup: findUnusedName(into, 'import-backup'),
  };
}

function findUnusedName(into: string, name: string): string {
  let candidate = name;
  for (let number = 2; existsSync(join(into, candidate)); number += 1)
    candidate = `${name}-${number}`;
  return candidate;
}

/**
 * Copies a file: the copy appears under its name when it is complete and on the disk. A failed copy is
 * deleted.
 */
function copyDurably(source: string, target: string): void {
  const partPath = `${target}.lectern-part`;
  try {
    copyFileSync(source, partPath, constants.COPYFILE_FICLONE);
    const file = openSync(partPath, 'r');
    try {
      fsyncSync(file);
    } catch (error) {
      throwIfLost(error);
    } finally {
      closeSync(file);
    }
    renameSync(partPath, target);
  } catch (error) {
    rmSync(partPath, { force: true });
    throw error;
  }
  syncFolder(dirname(target));
}

/**
 * Waits until files are on the disk.
 * @throws If a file could not be written to the disk, for example because it is full.
 */
export async function syncFiles(paths: readonly string[]): Promise<void> {
  const AT_ONCE = 16;
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    await Promise.all(
      paths.slice(at, at + AT_ONCE).map(async (path) => {
        const file = await open(path, 'r');
        try {
          await file.sync().catch(throwIfLost);
        } finally {
          await file.close();
        }
      }),
    );
  }
}

/** Throws for lost bytes, but not on systems that cannot sync a file that is open for reading. */
function throwIfLost(error: unknown): void {
  if (['ENOSPC', 'EDQUOT', 'EIO'].includes((error as NodeJS.ErrnoException).code ?? ''))
    throw error;
}
