import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problem } from '../../content/parse/problem.ts';
import { withoutFullStop, type Copy } from '../plan/plan.ts';

/** The folder of quarantined files, below the author's folder. */
export const quarantineFolder = 'quarantine';

/** The name of the folder in earlier versions of the import. */
const formerQuarantineFolder = 'kept-aside';

/** Where files with errors are quarantined, below the author's folder. */
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
  const isAside = to.startsWith(`${quarantineFolder}/`);
  return isAside ? `${formerQuarantineFolder}${to.slice(quarantineFolder.length)}` : undefined;
}

/**
 * Quarantines files that would stop a build: an image that cannot be opened, else the page with the error
 * and its files. Errors in BibTeX files and in files that the import writes remain.
 * @param root The staged folder, in which files are moved.
 * @returns The copies as they are then; undefined when nothing can be done.
 */
export function quarantineErrors(
  problems: readonly Omit<Problem, 'source'>[],
  copies: readonly Copy[],
  root: string,
): Copy[] | undefined {
  const reasons = new Map<string, string>();
  for (const { severity, file, line, message, remedy, otherFile } of problems) {
    if (severity !== 'error' || file.endsWith('.bib')) continue;
    const problem = `Line ${line}: ${message}. ${withoutFullStop(remedy)}`;
    const reason = `${problem}. Then move the file to the same path without ${errorsFolder}/`;
    const others = copies.filter(({ to }) => to === otherFile);
    const page = copies.filter(({ to }) => to === file || isBeside(to, file));
    const isCopy = page.some(({ to }) => to === file);
    for (const { to } of others.length > 0 ? others : isCopy ? page : []) {
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

/** Whether a file lies in the folder of a page. */
function isBeside(to: string, page: string): boolean {
  return /\/_?index\.[a-z]+$/i.test(page) && to.startsWith(`${dirname(page)}/`);
}

function moveFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}
