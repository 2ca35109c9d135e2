import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writeAtomically } from './atomic-write.ts';

/**
 * Returns the folder that caches results about files of one kind, next to the caches of Astro. Each version
 * of our code, and of the package that reads the files, has a folder of its own.
 * @param reader The package that reads the files: a dependency that package.json pins to an exact version.
 */
export async function getCacheFolder(
  kind: string,
  version: number,
  reader: string,
): Promise<string> {
  const text = await readFile(join(process.cwd(), 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
  const name = `${version}-${dependencies[reader]}`;
  return join(process.cwd(), 'node_modules', '.astro', kind, name);
}

/** Returns the hash of the content of a file: equal files have the same one. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex').slice(0, 32);
}

/** Reads a cached result. Returns undefined if there is none, or if it cannot be read. */
export async function readCacheEntry<T>(file: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

/** Writes a result to the cache, completely or not at all. */
export async function writeCacheEntry(file: string, entry: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  writeAtomically(file, JSON.stringify(entry));
}
