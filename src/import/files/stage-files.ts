import { constants, mkdirSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ImportError } from '../plan/import-error.ts';
import type { OldSite } from '../old-site/old-site.ts';
import type { Copy, Written } from '../plan/plan.ts';

/** Reports the progress of copying. */
export type Progress = (done: number, total: number) => void;

/**
 * Copies files of the old site below `folder`, one after the other, without holding any in memory.
 * @throws ImportError when a disk is full, two names are one on this disk, or the import is stopped.
 */
export async function stageCopies(
  site: OldSite,
  copies: readonly Copy[],
  folder: string,
  { progress, signal }: { progress?: Progress | undefined; signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const staged = new Set<string>();
  for (const [index, { from, to }] of copies.entries()) {
    if (signal?.aborted) throw new ImportError('Stopped. Nothing was changed.');
    if (!staged.has(to)) await copyOne(join(site.root, from), join(folder, to), from);
    staged.add(to);
    progress?.(index + 1, copies.length);
  }
}

async function copyOne(source: string, target: string, from: string): Promise<void> {
  mkdirSync(dirname(target), { recursive: true });
  try {
    await copyFile(source, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') {
      throw new ImportError(
        `${from} and another file in its folder have the same name on this disk, which ignores case or accents.\nRename one of them in the old site. Nothing was changed.`,
      );
    }
    if (code === 'ENOENT') {
      throw new ImportError(`${from} was deleted during the import. Nothing was changed.`);
    }
    throw error;
  }
}

/** Stages files for a dry run: files in `public/` are linked, or copied where links are not supported. */
export async function stageLinks(
  site: OldSite,
  copies: readonly Copy[],
  folder: string,
): Promise<void> {
  const [served, others] = [
    copies.filter(({ to }) => to.startsWith('public/')),
    copies.filter(({ to }) => !to.startsWith('public/')),
  ];
  await stageCopies(site, others, folder);
  for (const [to, from] of new Map(served.map(({ from, to }) => [to, from]))) {
    const [source, target] = [join(site.root, from), join(folder, to)];
    mkdirSync(dirname(target), { recursive: true });
    try {
      symlinkSync(source, target);
    } catch {
      await copyOne(source, target, from);
    }
  }
}

/** Writes new files. A file of the old site at the same path is not replaced. */
export function stageWritten(written: readonly Written[], folder: string): void {
  for (const { to, text } of written) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    writeFileSync(join(folder, to), text, { flag: 'wx' });
  }
}

/**
 * Checks whether a disk has enough space.
 * @throws ImportError when it does not.
 */
export function checkRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= bytes) return;
  throw new ImportError(
    `The disk of ${folder} does not have enough space: the old site needs ${megabytes(bytes)}, and ${megabytes(free)} are free. Nothing was changed.`,
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
