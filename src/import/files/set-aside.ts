import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asideFolder } from '../places/file-kinds.ts';
import type { Copy } from '../plan/plan.ts';
import { withoutFullStop } from '../receipt/receipt-words.ts';
import type { StagedReading } from '../receipt/read-staged.ts';

/** Where files with errors are quarantined, below the author's folder. */
const folder = `${asideFolder}/errors`;

/**
 * Quarantines what would stop a build: an image that does not open, else the page with the error and
 * its files. Errors of files that are not copies, and of BibTeX files, stay.
 * @param root The staged folder, in which files are moved.
 * @returns The copies as they are then; undefined when nothing can be done.
 */
export function setAsideErrors(
  problems: StagedReading['problems'],
  copies: readonly Copy[],
  root: string,
): Copy[] | undefined {
  const reasons = new Map<string, string>();
  for (const { severity, file, line, message, remedy, otherFile } of problems) {
    if (severity !== 'error' || file.endsWith('.bib')) continue;
    const problem = `Line ${line}: ${message}. ${withoutFullStop(remedy)}`;
    const reason = `${problem}. Then move the file to the same path without ${folder}/`;
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
    const aside = reasons.get(copy.to);
    if (aside === undefined) return copy;
    const to = `${folder}/${copy.to}`;
    if (!moved.has(to)) move(join(root, copy.to), join(root, to));
    moved.add(to);
    return { from: copy.from, to, aside };
  });
}

/** Whether a file lies in the folder of a page. */
function isBeside(to: string, page: string): boolean {
  return /\/_?index\.[a-z]+$/i.test(page) && to.startsWith(`${dirname(page)}/`);
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}
