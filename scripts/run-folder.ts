import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Creates a folder for the builds of a test run, below the folder of `npm test` if that is running.
 *
 * It is inside the project, so that programs in it find the project's packages, and so that Astro stores
 * unfinished pages next to their `--outDir`: builds that write elsewhere all share one folder for them.
 */
export function newRunFolder(): string {
  const parent = process.env.LECTERN_TEST_RUN ?? join(process.cwd(), '.lectern');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, 'run-'));
}
