import { FailingDisk, type Fault } from './failing-disk.ts';
import { replaceFsFunctions } from './replace-fs.ts';

export interface DiskRun<T> {
  /** The number of steps that were started. */
  steps: number;
  /** False if the run ended before the fault. */
  failed: boolean;
  /** The return value of `run`. */
  result?: T;
  error?: unknown;
  /** Files that a power loss after the run would damage. */
  unsynced: string[];
  /** All paths below the folder, according to the recorded changes. */
  paths: string[];
}

/**
 * Runs a function while all changes below `folder` by `node:fs` are counted and fail from a given step
 * on. Changes by functions without a model throw.
 */
export async function runOnFailingDisk<T>(
  folder: string,
  fault: Fault,
  run: () => Promise<T>,
): Promise<DiskRun<T>> {
  const disk = new FailingDisk(folder, fault);
  const restore = replaceFsFunctions(disk, (path) => disk.concerns(path));
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
