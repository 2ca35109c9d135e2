import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  constants,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OldSite } from '../old-site/old-site.ts';
import { ImportError, type Copy, type NewFile } from '../plan/plan.ts';
import { isMoves, moveIn, type Moves } from './move-files.ts';
import { writeAtomically } from '../../content/assets/atomic-write.ts';

/** In the author's folder, so that its files are renamed and need not be copied again. */
const folderName = '.lectern-import';
const stateFile = 'state.json';

/** The folder in which an import is prepared before its files are moved. Paths are absolute. */
export interface Staging {
  root: string;
  /** The future author's folder. */
  site: string;
  /** Records the moves. From then on, the next import finishes this one if it is interrupted. */
  commit(moves: Moves): void;
  /** Moves the staged files into the author's folder. */
  moveIn(moves: Moves): void;
  /** Deletes the folder, and the author's folder if this import created it and it is empty. */
  remove(): void;
}

/**
 * Creates the staging folder. If that fails, nothing remains.
 * @throws If the folder cannot be written, or the disk is full.
 */
export function openStaging(into: string): Staging {
  const root = join(into, folderName);
  const site = join(root, 'site');
  const existingFolder = nearestFolder(into);
  try {
    mkdirSync(into, { recursive: true });
    mkdirSync(root);
  } catch (error) {
    removeEmpty(into, existingFolder);
    throw error;
  }
  const remove = () => {
    removeStaging(root);
    removeEmpty(into, existingFolder);
  };
  try {
    writeState(root, { state: 'staging' });
    mkdirSync(site);
  } catch (error) {
    remove();
    throw error;
  }
  return {
    root,
    site,
    commit: (moves) => writeState(root, { state: 'moving', moves }),
    moveIn: (moves) => moveIn(moves, site, into),
    remove,
  };
}

/**
 * Finishes an interrupted import if all its files were staged, else deletes its copies.
 * @returns What was done; undefined if no import was interrupted.
 * @throws ImportError for a folder with this name that no import created.
 */
export function resumeInterruptedImport(into: string): 'finished' | 'removed' | undefined {
  const root = join(into, folderName);
  if (!existsSync(root)) return undefined;
  const state = readState(root);
  if (state === undefined && readdirSync(root).length > 0) {
    throw new ImportError(`${root} already exists and was not created by an import. Rename it.`);
  }
  if (state?.moves) moveIn(state.moves, join(root, 'site'), into);
  removeStaging(root);
  return state?.moves ? 'finished' : 'removed';
}

/** Deletes the state file last: it identifies the folder as long as other files are in it. */
function removeStaging(root: string): void {
  for (const folder of [join(root, 'site'), root]) {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeState(root: string, state: object): void {
  writeAtomically(join(root, stateFile), JSON.stringify(state), { durable: true });
}

/** Returns the state, without `moves` if it was not complete; undefined without a state file. */
function readState(root: string): { moves?: Moves } | undefined {
  const names = readdirSync(root);
  if (!names.some((name) => name.startsWith(stateFile))) return undefined;
  try {
    const { moves } = JSON.parse(readFileSync(join(root, stateFile), 'utf8')) as { moves: unknown };
    return isMoves(moves) ? { moves } : {};
  } catch {
    return {};
  }
}

/** Returns the folder itself, or the nearest one above it that exists. */
function nearestFolder(folder: string): string {
  let current = folder;
  while (!existsSync(current) && current !== dirname(current)) current = dirname(current);
  return current;
}

/** Removes empty folders from `folder` upwards, as far as below `last`. */
function removeEmpty(folder: string, last: string): void {
  for (
    let current = folder;
    current !== last && current !== dirname(current);
    current = dirname(current)
  ) {
    try {
      if (existsSync(current)) rmdirSync(current);
    } catch {
      return;
    }
  }
}

/** Reports the progress of copying. */
type Progress = (done: number, total: number) => void;

/**
 * Copies files of the old site below `folder`, one after the other, without holding any in memory.
 * @throws ImportError when a disk is full, two names are one on this disk, or the import is stopped.
 */
export async function stageCopies(
  site: OldSite,
  copies: readonly Copy[],
  folder: string,
  { progress, signal }: { progress?: Progress | undefined; signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const staged = new Set<string>();
  for (const [index, { from, to, text }] of copies.entries()) {
    if (signal?.aborted) throw new ImportError('Stopped. Nothing was changed.');
    if (!staged.has(to)) {
      if (text === undefined) await copyOne(join(site.root, from), join(folder, to), from);
      else stageNewFiles([{ to, text }], folder);
    }
    staged.add(to);
    progress?.(index + 1, copies.length);
  }
}

async function copyOne(source: string, target: string, from: string): Promise<void> {
  mkdirSync(dirname(target), { recursive: true });
  try {
    await copyFile(source, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') {
      throw new ImportError(
        `${from} and another file in its folder have the same name on this disk, which ignores case or accents.\nRename one of them in the old site. Nothing was changed.`,
      );
    }
    if (code === 'ENOENT') {
      throw new ImportError(`${from} was deleted during the import. Nothing was changed.`);
    }
    throw error;
  }
}

/** Stages files for a dry run: files in `public/` are linked, or copied where links are not supported. */
export async function stageLinks(
  site: OldSite,
  copies: readonly Copy[],
  folder: string,
): Promise<void> {
  const [publicFiles, otherFiles] = [
    copies.filter(({ to }) => to.startsWith('public/')),
    copies.filter(({ to }) => !to.startsWith('public/')),
  ];
  await stageCopies(site, otherFiles, folder);
  for (const [to, from] of new Map(publicFiles.map(({ from, to }) => [to, from]))) {
    const [source, target] = [join(site.root, from), join(folder, to)];
    mkdirSync(dirname(target), { recursive: true });
    try {
      symlinkSync(source, target);
    } catch {
      await copyOne(source, target, from);
    }
  }
}

/** Writes new files. A file of the old site at the same path is not replaced. */
export function stageNewFiles(newFiles: readonly NewFile[], folder: string): void {
  for (const { to, text } of newFiles) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    writeFileSync(join(folder, to), text, { flag: 'wx' });
  }
}
