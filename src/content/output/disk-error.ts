import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder that a build cannot use. The message is for the author. */
export class FolderError extends Error {}

/**
 * Checks that files can be created in a folder and in all folders in it. Creates the folder if it is missing.
 * @param folder An absolute path.
 * @param purpose What is written to the folder, such as "the caches".
 * @throws FolderError that names the folder.
 */
export function checkWritable(folder: string, purpose: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new FolderError(describeDiskError(error, folder) ?? String(error));
  }
  const unwritable = findUnwritable(folder);
  if (unwritable !== undefined) throw new FolderError(describeUnwritable(unwritable, purpose));
}

function findUnwritable(folder: string): string | undefined {
  if (!isWritable(folder)) return folder;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const unwritable = entry.isDirectory() && findUnwritable(join(folder, entry.name));
    if (unwritable) return unwritable;
  }
  return undefined;
}

/** Returns whether this process may create files in a folder. */
export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function describeUnwritable(folder: string, purpose: string): string {
  return `The folder ${folder} cannot be written: it belongs to another user, or it is read-only. Lectern keeps ${purpose} there.
Make the folder writable for the user who runs this command, or delete it.`;
}

/** The texts for codes of errors. */
const explanations: Record<string, (path: string | undefined) => string> = {
  ENOSPC: describeFullDisk,
  EDQUOT: describeFullDisk,
  EACCES: describeDenied,
  EPERM: describeDenied,
  EROFS: describeDenied,
  ENAMETOOLONG: (path) =>
    `The path ${path ?? ''} is longer than the file system allows. Use shorter names, or move the site to a folder with a shorter path.`,
};

/**
 * Describes an error of the disk, such as that it is full, in a sentence for the author. Returns undefined for other errors.
 * @param fallbackPath The path to name if the error has none.
 */
export function describeDiskError(error: unknown, fallbackPath?: string): string | undefined {
  for (const cause of listCauses(error)) {
    const { code, path, dest } = cause as NodeJS.ErrnoException & { dest?: string };
    const known = code ?? findCode(cause.message);
    if (known !== undefined && Object.hasOwn(explanations, known))
      return explanations[known]!(dest ?? path ?? fallbackPath);
  }
  return undefined;
}

/** Returns an error, and the errors from which it was made. */
function listCauses(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  const parts: unknown[] = error instanceof AggregateError ? error.errors : [];
  return [error, ...[error.cause, ...parts].flatMap(listCauses)];
}

/** Finds the code of an error that another language has reported: the bundler, which is written in Rust. */
function findCode(report: string): string | undefined {
  const texts = {
    ENOSPC: /ENOSPC|os error 28\b/,
    EACCES: /EACCES|os error 13\b/,
    EROFS: /EROFS|os error 30\b/,
  };
  return Object.entries(texts).find(([, text]) => text.test(report))?.[0];
}

function describeFullDisk(path: string | undefined): string {
  const place = path === undefined ? '' : `: ${path} could not be written`;
  return `The disk is full${place}. Free some space and run the command again.`;
}

function describeDenied(path: string | undefined): string {
  if (path === undefined) return 'A file could not be written, because it is read-only.';
  const folder = findExistingFolder(dirname(path));
  return isWritable(folder)
    ? `${path} cannot be read or replaced: it belongs to another user, it is read-only, or a program has it open.`
    : `${path} cannot be written: the folder ${folder} belongs to another user, or it is read-only.
Make the folder writable for the user who runs this command.`;
}

/** Returns a folder, or the nearest one above it that exists. */
export function findExistingFolder(folder: string): string {
  const parent = dirname(folder);
  return existsSync(folder) || folder === parent ? folder : findExistingFolder(parent);
}
