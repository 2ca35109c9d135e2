import { createHash, hash } from 'node:crypto';
import { createReadStream, mkdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writeAtomically } from './atomic-write.ts';
import { engineFolder } from './engine.ts';

let dependencies: Promise<Record<string, string>> | undefined;

/** Returns the versions of the packages in package.json. They are exact, so they are those of the installed packages. */
export function readDependencies(): Promise<Record<string, string>> {
  dependencies ??= readFile(join(engineFolder, 'package.json'), 'utf8').then(
    (text) => (JSON.parse(text) as { dependencies: Record<string, string> }).dependencies,
  );
  return dependencies;
}

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
  const name = `${version}-${(await readDependencies())[reader]}`;
  return join(process.cwd(), 'node_modules', '.astro', kind, name);
}

/** Returns the hash of the content of a file: equal files have the same one. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex').slice(0, 32);
}

/** What precedes and follows the JSON of an entry in its file, which is JSON as a whole. */
const [head, separator, tail] = ['{"digest":"', '","entry":', '}'];
const digestLength = 64;
const entryStart = head.length + digestLength + separator.length;

/** Reads a cached result. Returns undefined if there is none, or if its file is damaged. */
export function readCacheEntry<T>(file: string): T | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    const json = text.slice(entryStart, -tail.length);
    return text === toEntryText(json) ? (JSON.parse(json) as T) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a result to the cache, completely or not at all. A cache that cannot be written is no error. */
export function writeCacheEntry(file: string, entry: unknown): void {
  writeCacheJson(file, JSON.stringify(entry));
}

/** Writes a result that is already JSON, as `writeCacheEntry` does. */
export function writeCacheJson(file: string, json: string): void {
  const text = toEntryText(json);
  try {
    try {
      writeAtomically(file, text);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      mkdirSync(dirname(file), { recursive: true });
      writeAtomically(file, text);
    }
  } catch {
    return;
  }
}

function toEntryText(json: string): string {
  return `${head}${hash('sha256', json, 'hex')}${separator}${json}${tail}`;
}
