import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FileCalls {
  /** How often Node has opened a file to read it, by its absolute path. */
  reads: Record<string, number>;
  writes: Record<string, number>;
}

/**
 * Prepares counting how often programs read and write files. Start each program with `env`, and then read the
 * sums over all of them, with their child processes.
 */
export function createFileCounter() {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-count-'));
  const file = join(folder, 'counts.jsonl');
  const module = new URL('./count-file-calls.mjs', import.meta.url).href;
  return {
    env: { NODE_OPTIONS: `--import=${module}`, COUNT_FILE: file },
    readCounts(): FileCalls {
      const sums: FileCalls = { reads: {}, writes: {} };
      for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
        const counts = JSON.parse(line) as FileCalls;
        for (const kind of ['reads', 'writes'] as const) {
          for (const [path, count] of Object.entries(counts[kind])) {
            sums[kind][path] = (sums[kind][path] ?? 0) + count;
          }
        }
      }
      return sums;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
