import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project-node.mjs';

/**
 * A new folder for what a run of tests builds, below that of `npm test` if it is under way.
 *
 * It lies inside the project, where programs in it find the project's packages, and where Astro keeps
 * half-built pages beside their `--outDir`: builds that write elsewhere all share one place for them.
 */
export function newRunFolder(): string {
  const parent = process.env.LECTERN_TEST_RUN ?? join(root, '.lectern');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, 'run-'));
}
