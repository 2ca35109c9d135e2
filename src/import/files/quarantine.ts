import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problem } from '../../content/parse/problem.ts';
import { trimFullStop, type Copy } from '../plan/plan.ts';

/** The folder of quarantined files, below the author's folder. */
export const quarantineFolder = 'quarantine';

/** The name of the folder in earlier versions of the import. */
const formerQuarantineFolder = 'kept-aside';

/** The folder in which files with errors are quarantined, below the author's folder. */
const errorsFolder = `${quarantineFolder}/errors`;

/** Quarantines a file: it keeps its old path, below the folder of quarantined files. */
export function toQuarantine(
  path: string,
  quarantineReason: string,
): { to: string; quarantineReason: string } {
  return { to: `${quarantineFolder}/${path}`, quarantineReason };
}

/** Returns where an earlier version put a quarantined file; undefined for other files. */
export function formerQuarantinePath(to: string): string | undefined {
  const isQuarantined = to.startsWith(`${quarantineFolder}/`);
  return isQuarantined
    ? `${formerQuarantineFolder}${to.slice(quarantineFolder.length)}`
    : undefined;
}

/**
 * Quarantines files that would stop a build: the page with the error and its files. Errors in files that the
 * import writes remain.
 * @param root The staged folder, in which files are moved.
 * @returns The copies with their new places; undefined if no file can be quarantined.
 */
export function quarantineErrors(
  problems: readonly Omit<Problem, 'source'>[],
  copies: readonly Copy[],
  root: string,
): Copy[] | undefined {
  const reasons = new Map<string, string>();
  for (const { severity, file, line, message, remedy } of problems) {
    if (severity !== 'error') continue;
    const problem = `Line ${line}: ${message}. ${trimFullStop(remedy)}`;
    const reason = `${problem}. Then move the file to the same path without ${errorsFolder}/`;
    const pageFiles = copies.filter(({ to }) => to === file || isInPageFolder(to, file));
    if (!pageFiles.some(({ to }) => to === file)) continue;
    for (const { to } of pageFiles) {
      if (!reasons.has(to)) reasons.set(to, reason);
    }
  }
  if (reasons.size === 0) return undefined;
  const moved = new Set<string>();
  return copies.map((copy) => {
    const quarantineReason = reasons.get(copy.to);
    if (quarantineReason === undefined) return copy;
    const to = `${errorsFolder}/${copy.to}`;
    if (!moved.has(to)) moveFile(join(root, copy.to), join(root, to));
    moved.add(to);
    return { from: copy.from, to, quarantineReason };
  });
}

/** Returns whether a file is in the folder of a page. */
function isInPageFolder(to: string, pageFiles: string): boolean {
  return /\/_?index\.[a-z]+$/i.test(pageFiles) && to.startsWith(`${dirname(pageFiles)}/`);
}

function moveFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}
