import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../model/order.ts';
import { findCollisions, whyRefused, type Force } from './collisions.ts';
import { reportFiles } from '../complete-plan.ts';
import { ImportError } from '../plan/import-error.ts';
import type { Moves } from './move-in.ts';
import { sameFile } from './same-file.ts';

/**
 * Returns what to move from a staged folder: missing files, and files that may be replaced. An earlier
 * import report is always replaced, unless nothing else changes.
 * @throws ImportError when a file is in the way, and for a name in `force` that is not a file of the
 * import.
 */
export function planMoves(
  paths: readonly string[],
  staged: string,
  { into, force, command }: { into: string; force: Force; command: string },
): Moves {
  const stranger = force === 'all' ? undefined : force.find((path) => !paths.includes(path));
  if (stranger !== undefined) {
    throw new ImportError(
      `${stranger} is not a file of this import. After --force, write the new paths of files, such as content/site.yaml. Nothing was changed.`,
    );
  }
  const isSame = (path: string, file: string) => sameFile(join(staged, path), file);
  const found = findCollisions([...paths, ...reportFiles], into, isSame);
  const isReport = (path: string) => reportFiles.includes(path);
  const differing = found.differing.filter((path) => !isReport(path));
  const refused = whyRefused({ ...found, differing }, force, command);
  if (refused !== undefined) throw new ImportError(`${refused}\nNothing was changed.`);
  const files = [...found.missing, ...found.differing].sort(compareText);
  const isDone = files.every(isReport) && reportFiles.every((path) => existsSync(join(into, path)));
  return {
    files: isDone ? [] : files,
    replaced: isDone ? [] : found.differing,
    backup: freeName(into, 'import-backup'),
  };
}

function freeName(into: string, name: string): string {
  let free = name;
  for (let number = 2; existsSync(join(into, free)); number += 1) free = `${name}-${number}`;
  return free;
}
