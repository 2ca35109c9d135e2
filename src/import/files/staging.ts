import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ImportError } from '../plan/import-error.ts';
import { isMoves, moveIn, type Moves } from './move-in.ts';
import { writeDurably } from './write-durably.ts';

/** In the folder that is imported into, so that what lies in it is moved and never copied again. */
const folderName = '.lectern-import';
const stateFile = 'state.json';

/** Where an import is made ready before anything of it shows. Paths are absolute. */
export interface Staging {
  root: string;
  /** The future author's folder. */
  site: string;
  /** Records what is to be moved. From then on the next import finishes this one if it is interrupted. */
  commit(moves: Moves): void;
  /** Puts what is ready into its place. */
  moveIn(moves: Moves): void;
  /** Takes it away, and the folder that is imported into if that was made for it and is empty. */
  remove(): void;
}

/**
 * Begins an import. When that fails, nothing of it stays.
 * @throws Where the folder cannot be written to, or the disk is full.
 */
export function openStaging(into: string): Staging {
  const root = join(into, folderName);
  const site = join(root, 'site');
  const above = nearestFolder(into);
  try {
    mkdirSync(into, { recursive: true });
    mkdirSync(root);
  } catch (error) {
    removeEmpty(into, above);
    throw error;
  }
  const remove = () => {
    takeAway(root);
    removeEmpty(into, above);
  };
  try {
    writeDurably(join(root, stateFile), JSON.stringify({ state: 'staging' }));
    mkdirSync(site);
  } catch (error) {
    remove();
    throw error;
  }
  return {
    root,
    site,
    commit: (moves) =>
      writeDurably(join(root, stateFile), JSON.stringify({ state: 'moving', moves })),
    moveIn: (moves) => moveIn(moves, site, into),
    remove,
  };
}

/**
 * What an import that was killed left behind is put into its place if all of it was ready, else taken
 * away.
 * @returns Which of them it was; undefined when there was nothing.
 * @throws ImportError for a folder of that name that is no import's.
 */
export function settleLeftOvers(into: string): 'finished' | 'removed' | undefined {
  const root = join(into, folderName);
  if (!existsSync(root)) return undefined;
  const state = readState(root);
  if (state === undefined && readdirSync(root).length > 0) {
    throw new ImportError(`${root} already exists and was not created by an import. Rename it.`);
  }
  if (state?.moves) moveIn(state.moves, join(root, 'site'), into);
  takeAway(root);
  return state?.moves ? 'finished' : 'removed';
}

/** The state goes last: as long as anything is left, it says whose the folder is. */
function takeAway(root: string): void {
  for (const folder of [join(root, 'site'), root]) {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Undefined for a folder that has none; without `moves` for one that was not ready. */
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

/** The folder itself, or the nearest one above it that exists. */
function nearestFolder(folder: string): string {
  let at = folder;
  while (!existsSync(at) && at !== dirname(at)) at = dirname(at);
  return at;
}

/** Removes empty folders from `folder` upwards, as far as below `last`. */
function removeEmpty(folder: string, last: string): void {
  for (let at = folder; at !== last && at !== dirname(at); at = dirname(at)) {
    try {
      if (existsSync(at)) rmdirSync(at);
    } catch {
      return;
    }
  }
}
