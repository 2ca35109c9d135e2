import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/project-node.mjs';

/**
 * Parts of `../shared`, a folder beside the checkout with files of other people. It is never
 * committed, so tests run on fixtures of the project first, and on these in addition.
 */
export type SharedPart = 'corpus' | 'sites' | 'seed';

/**
 * Returns the folder of a part, or undefined where this machine does not have it.
 * @throws where `CI` is set and `../shared` exists without this part: there, a skipped test would be
 * a check that silently stopped running.
 */
export function sharedFolder(
  part: SharedPart,
  env: NodeJS.ProcessEnv = process.env,
  shared = join(root, '..', 'shared'),
): string | undefined {
  const folder = join(shared, part);
  if (existsSync(folder)) return folder;
  if (env['CI'] && existsSync(shared)) throw new Error(`../shared has no folder "${part}".`);
  return undefined;
}

/** The reason for skipping tests that need a part of `../shared`; see `skip.ts`. */
export function absenceOf(part: SharedPart): string {
  return `no ../shared/${part}`;
}
