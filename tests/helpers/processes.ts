import { addDescendants, isRunning } from '../../scripts/process-table.mjs';
import { until } from './until.ts';

/** The process ids of a running process and of all that it started, directly or not. */
export async function processTree(pid: number): Promise<number[]> {
  const pids = new Set([pid]);
  await addDescendants(pids);
  return [...pids];
}

/** Waits until none of the processes runs; kills what still does when it has waited in vain. */
export async function untilGone(pids: readonly number[], output: () => string): Promise<void> {
  const left = () => pids.filter(isRunning);
  try {
    const state = () => `${left().join(', ')} of ${pids.join(', ')} still run.\n${output()}`;
    await until(() => left().length === 0, 'all processes were gone', state, 45);
  } finally {
    for (const pid of left()) process.kill(pid, 'SIGKILL');
  }
}
