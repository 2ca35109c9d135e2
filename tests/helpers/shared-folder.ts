import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/project-node.mjs';

/**
 * Parts of `../shared`, a folder next to the checkout with files of other people. It is never committed,
 * so tests run on fixtures of the project, and on these in addition.
 */
export type SharedPart = 'corpus' | 'sites' | 'seed';

/**
 * Returns the folder of a part, or undefined if this machine does not have it.
 * @throws If `CI` is set and `../shared` exists without this part, because a skipped test would be a check
 * that silently stopped running.
 */
export function findSharedFolder(
  part: SharedPart,
  env: NodeJS.ProcessEnv = process.env,
  shared = join(root, '..', 'shared'),
): string | undefined {
  const folder = join(shared, part);
  if (existsSync(folder)) return folder;
  if (env['CI'] && existsSync(shared)) throw new Error(`../shared has no folder "${part}".`);
  return undefined;
}

/** Returns the reason for skipping tests that need a part of `../shared`; see `skip.ts`. */
export function explainAbsence(part: SharedPart): string {
  return `no ../shared/${part}`;
}
