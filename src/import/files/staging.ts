import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ImportError } from '../import-error.ts';
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
  /** Puts what is ready into its place. Once begun, it is finished by the next import if not by this. */
  moveIn(moves: Moves): void;
  /** Takes it away, and the folder that is imported into if that was made for it and is empty. */
  remove(): void;
}

/**
 * Begins an import.
 * @throws ImportError where the folder cannot be written to.
 */
export function openStaging(into: string): Staging {
  const made = mkdirSync(into, { recursive: true });
  const root = join(into, folderName);
  const site = join(root, 'site');
  mkdirSync(root);
  writeDurably(join(root, stateFile), JSON.stringify({ state: 'staging' }));
  mkdirSync(site);
  return {
    root,
    site,
    moveIn(moves) {
      writeDurably(join(root, stateFile), JSON.stringify({ state: 'moving', moves }));
      moveIn(moves, site, into);
    },
    remove() {
      takeAway(root);
      if (made !== undefined) removeEmpty(into, dirname(made));
    },
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
    throw new ImportError(`${root} is in the way, and no import made it. Give it another name.`);
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

function removeEmpty(folder: string, last: string): void {
  for (let at = folder; at !== last && at !== dirname(at); at = dirname(at)) {
    try {
      rmdirSync(at);
    } catch {
      return;
    }
  }
}
