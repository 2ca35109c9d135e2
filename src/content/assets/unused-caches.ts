import { rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { listNames } from './file-stats.ts';

export const dayLength = 24 * 3600 * 1000;

/** What has not been used for this number of days is removed from the caches. */
export const maxAge = 60;

/** The folders of results that all sites share. */
export const sharedCaches = ['images', 'pdfs'];

/** Records that a cached file or folder is used, by its time of modification. @param now In milliseconds since 1970. */
export function markUsed(path: string, now = Date.now()): void {
  try {
    if (getAge(path, now) >= 1) utimesSync(path, now / 1000, now / 1000);
  } catch {
    // Another process has removed it, or the cache is read-only.
  }
}

/**
 * Removes what has not been used for a long time: caches of sites, which may have been moved or deleted, and cached
 * results about images and PDFs.
 * @param caches The folder of the caches of all sites.
 */
export function removeUnusedCaches(caches: string, now = Date.now()): void {
  for (const name of listNames(caches)) {
    const folder = join(caches, name);
    if (/^(?:site|[0-9a-f]{12})$/.test(name)) removeIfUnused(folder, folder, now);
    else if (sharedCaches.includes(name)) removeUnusedResults(folder, now);
  }
}

/** A result is a file, or a folder of a PDF. Each version of the program has a folder of results. */
function removeUnusedResults(folder: string, now: number): void {
  for (const version of listNames(folder)) {
    for (const name of listNames(join(folder, version))) {
      const result = join(folder, version, name);
      const isFile = name.includes('.');
      removeIfUnused(result, isFile ? result : join(result, 'pdf.json'), now);
    }
  }
}

/** @param marked The path whose use is recorded. */
function removeIfUnused(path: string, marked: string, now: number): void {
  try {
    if (getAge(marked, now) > maxAge) rmSync(path, { recursive: true, force: true });
  } catch {
    // Another build has removed it. A cache that cannot be cleaned up is not an error.
  }
}

/** Returns the number of days since a file or folder was used, which may be a fraction. */
function getAge(path: string, now: number): number {
  return (now - statSync(path).mtimeMs) / dayLength;
}
