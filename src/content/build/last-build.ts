import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCacheEntry, writeCacheEntry } from '../assets/file-cache.ts';
import { listNames } from '../assets/file-stats.ts';
import type { Problem } from '../parse/problem.ts';

/** A finished build, and the state of its input and output. */
export interface BuildRecord<F> {
  /** A digest of everything that the site is made from, but the time. */
  input: string;
  /** A digest of the output folder. */
  output: string;
  /** The build shows the same at any time of this period, in milliseconds since 1970. */
  from: number;
  until: number;
  problems: readonly Problem[];
  figures: F;
}

/** Where the input of a build is. All paths are absolute. */
export interface BuildFolders {
  /** The project and the author's folder, which may be the same. */
  sources: readonly string[];
  output: string;
}

/**
 * Returns the last build if it would be the same now and its output is as it was left.
 * @param input The digest of the present input.
 */
export function findUnchangedBuild<F>(
  file: string,
  input: string,
  output: string,
  now: number,
): BuildRecord<F> | undefined {
  const last = readCacheEntry<BuildRecord<F>>(file);
  if (!last || now < last.from || now >= last.until) return undefined;
  const isUnchanged = last.input === input && last.output === digestFolder([output]);
  return isUnchanged ? last : undefined;
}

export function writeBuildRecord(file: string, record: BuildRecord<unknown>): void {
  writeCacheEntry(file, record);
}

/** Folders without input: packages are known by the lock file, the others are written by programs. */
const ignoredFolders = ['node_modules', '.git', '.astro', '.lectern'];

/** The variables of the environment that change a site, besides the time. */
const settings = ['SITE_URL', 'BASE_PATH', 'LECTERN_SITE'];

/** Returns a digest of the files, settings and programs that a site is made from. */
export function digestInput({ sources, output }: BuildFolders): string {
  const variables = settings.map((name) => process.env[name] ?? null);
  const digest = createHash('sha256');
  digest.update(JSON.stringify([process.versions, variables, output]));
  digest.update(digestFolder([...new Set(sources)], [output]));
  return digest.digest('base64url');
}

/**
 * Returns a digest of the names, sizes, times and inodes of all files in folders. The time of the last change of the
 * inode differs after every write, also after one that keeps the size and sets the time of the file.
 */
export function digestFolder(folders: readonly string[], skipped: readonly string[] = []): string {
  const digest = createHash('sha256');
  const visited = new Set<string>();
  const visit = (folder: string) => {
    for (const name of listNames(folder).sort()) {
      const path = join(folder, name);
      const stats = readIdentity(path);
      if (!stats?.isDirectory()) {
        digest.update(
          `${path}\0${stats?.size}\0${stats?.mtimeNs}\0${stats?.ctimeNs}\0${stats?.ino}\0`,
        );
      } else if (!skipped.includes(path) && !ignoredFolders.includes(name)) {
        digest.update(`${path}\0`);
        // The target of a symbolic link may be a folder above it.
        const identity = `${stats.dev}:${stats.ino}`;
        if (visited.has(identity)) continue;
        visited.add(identity);
        visit(path);
      }
    }
  };
  for (const folder of folders) visit(resolve(folder));
  return digest.digest('base64url');
}

/** Returns the properties of a file; undefined for a symbolic link without a target or to itself. */
function readIdentity(path: string) {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
