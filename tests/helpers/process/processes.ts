import { addDescendants, isRunning } from '../../../scripts/process-table.mjs';
import { waitUntil } from './wait-until.ts';

/** Returns the process ids of a running process and of all its descendants. */
export async function findProcessTree(pid: number): Promise<number[]> {
  const pids = new Set([pid]);
  await addDescendants(pids);
  return [...pids];
}

/** Waits until none of the processes runs; after a timeout, kills the remaining ones. */
export async function waitUntilGone(pids: readonly number[], output: () => string): Promise<void> {
  const findRunning = () => pids.filter(isRunning);
  try {
    const state = () => `${findRunning().join(', ')} of ${pids.join(', ')} still run.\n${output()}`;
    await waitUntil(() => findRunning().length === 0, 'all processes ended', state, 45);
  } finally {
    for (const pid of findRunning()) process.kill(pid, 'SIGKILL');
  }
}
