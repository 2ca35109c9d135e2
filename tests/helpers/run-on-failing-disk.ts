import { FailingDisk, type Fault } from './failing-disk.ts';
import { replaceFunctions } from './replace-fs.ts';

export interface Outcome<T> {
  /** How many steps were begun. */
  steps: number;
  /** False when the run was over before the fault. */
  failed: boolean;
  /** What `run` gave. */
  result?: T;
  error?: unknown;
  /** Files that a power loss after the run would damage. */
  unsynced: string[];
  /** All paths that are below the folder if every change of it was seen. */
  paths: string[];
}

/**
 * Runs a function while every change of the disk below `folder` by `node:fs` is counted, and fails from
 * a given step on. Changes by functions that have no model here throw.
 */
export async function runOnFailingDisk<T>(
  folder: string,
  fault: Fault,
  run: () => Promise<T>,
): Promise<Outcome<T>> {
  const disk = new FailingDisk(folder, fault);
  const restore = replaceFunctions(disk, (path) => disk.concerns(path));
  try {
    const result = await run();
    return { ...disk.outcome(), result };
  } catch (error) {
    return { ...disk.outcome(), error };
  } finally {
    restore();
    if (fault.kind === 'power-loss' && disk.failed) disk.loseUnsynced();
  }
}
