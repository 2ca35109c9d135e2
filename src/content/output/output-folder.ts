import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isWithin } from '../assets/file-stats.ts';
import { findExistingFolder, FolderError, isWritable } from './disk-error.ts';
import { fileListName, listFiles, readFileList, writeFileList } from './file-list.ts';
import { finishSwap, swapOutput, type KeepRule } from './swap.ts';

/** The folder of a built site. */
export interface OutputFolder {
  /** The absolute path, without symbolic links. */
  path: string;
  /** Puts a finished site in the place of the last one. @param next Its folder, which is moved. */
  publish(next: string): void;
}

interface Options {
  /** The output folder of the project: everything in it was built. */
  own: string;
  /** Folders that a build must not replace: the project, and the author's folder. */
  sources: readonly string[];
  /** Whether a folder with files that no build has written may be used. They are kept. */
  force: boolean;
}

/**
 * Opens an output folder for a build, and finishes a publication that was interrupted. A folder other than the project's own
 * may have files that no build has written, such as `CNAME`: they stay, because a list in the folder names the others.
 * @param folder An absolute path. The folder may be missing.
 * @throws FolderError for a folder that contains a source, or that has files but no list.
 */
export function openOutputFolder(folder: string, { own, sources, force }: Options): OutputFolder {
  const path = toRealPath(folder);
  const source = sources.find((source) => isWithin(toRealPath(source), path));
  if (source !== undefined) throw new FolderError(describeSource(folder, source));
  const isOwn = path === toRealPath(own);
  const keepRule = isOwn ? keepRepository : keepUnlisted;
  finishSwap(path, keepRule);
  const foreignFile = isOwn || force ? undefined : findForeignFile(path);
  if (foreignFile !== undefined) throw new FolderError(describeForeign(folder, foreignFile));
  const parent = findExistingFolder(path);
  if (!isWritable(parent)) throw new FolderError(describeReadOnly(folder, parent));
  return {
    path,
    publish(next) {
      if (!isOwn) writeFileList(next);
      swapOutput(next, path, keepRule);
    },
  };
}

const keepRepository: KeepRule = () => (path) => path === '.git' || path.startsWith('.git/');

/** Keeps what no build has written, by the list in the folder. */
export const keepUnlisted: KeepRule = (output) => {
  const listed = readFileList(output);
  return (path) => !listed?.has(path);
};

/** Returns a file of a folder in which no build has left a list; undefined if there is none. */
function findForeignFile(folder: string): string | undefined {
  if (!existsSync(folder) || readFileList(folder)) return undefined;
  const names = readdirSync(folder).filter((name) => name !== '.git');
  return names.length > 0 ? listFiles(folder).find((file) => !file.startsWith('.git/')) : undefined;
}

/** Returns the path of a folder without symbolic links, also if it or a folder above it is missing. */
export function toRealPath(path: string): string {
  if (existsSync(path) || path === dirname(path)) return realpathSync(path);
  return join(toRealPath(dirname(path)), basename(path));
}

function describeReadOnly(folder: string, parent: string): string {
  return `The site cannot be written to ${folder}: the folder ${parent} belongs to another user, or it is read-only.
Make it writable for the user who runs this command, or choose another folder: npm run build -- --outDir <folder>`;
}

function describeSource(folder: string, source: string): string {
  return `The site cannot be written to ${folder}: the folder contains ${source}, which a build must not replace.
Choose another folder: npm run build -- --outDir <folder>`;
}

/**
 * A generator tag does not show that a folder is ours: it names Astro, and not which other files a build has written. For the
 * site of a version that left no list, the message says what to do.
 */
function describeForeign(folder: string, file: string): string {
  const isSite = existsSync(join(folder, '_astro')) && existsSync(join(folder, 'index.html'));
  const reason = isSite
    ? `the folder has files such as ${file}, but no list (${fileListName}) of those that a build has written`
    : `the folder has files that are not part of a built site, such as ${file}`;
  const advice = isSite
    ? 'If an earlier version of Lectern has built the whole folder, delete it and build again. If not, choose'
    : 'Choose';
  return `The site cannot be written to ${folder}: ${reason}.
${advice} another folder, or keep these files beside the site: npm run build -- --outDir <folder> --force`;
}
