import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexFile, SearchRecord } from '../../model/site/search.ts';
import { writeAtomically } from '../assets/atomic-write.ts';
import { readDependencies } from '../assets/file-cache.ts';
import { addDigest, readIntact } from '../assets/intact-bytes.ts';
import { buildSearchIndex } from './search-index.ts';

/** Increased when the same records give another index. */
const version = 1;

/**
 * Returns the search index of records, from the cache in `folder`, or builds and caches it. The cache contains only the
 * last index. Its name is a hash of everything that it depends on, so it is never out of date.
 * @param folder Is created if it is missing.
 * @throws If Pagefind rejects a record or does not run, or if the folder cannot be written.
 */
export async function loadCachedSearchIndex(
  folder: string,
  records: readonly SearchRecord[],
  language: string,
): Promise<IndexFile[]> {
  const name = `${await toCacheKey(records, language)}.index`;
  const packed = await readFile(join(folder, name)).catch(() => undefined);
  const cached = packed && unpackFiles(packed);
  if (cached) return cached;
  const files = await buildSearchIndex(records, language);
  await mkdir(folder, { recursive: true });
  writeAtomically(join(folder, name), packFiles(files));
  const isOutdated = (file: string) => file.endsWith('.index') && file !== name;
  const outdated = (await readdir(folder)).filter(isOutdated);
  await Promise.all(outdated.map((file) => rm(join(folder, file), { force: true })));
  return files;
}

async function toCacheKey(records: readonly SearchRecord[], language: string): Promise<string> {
  const { pagefind } = await readDependencies();
  const hash = createHash('sha256').update(`${version} ${pagefind} ${language}`);
  for (const { url, content, meta, filters, sort } of records)
    hash.update(`\n${JSON.stringify([url, content, meta, filters, sort])}`);
  return hash.digest('hex');
}

/** The length of the list of files is in the first bytes of a packed index. */
const listStart = 4;

/** Returns files as one: the paths and lengths of the files as JSON, their contents, and a digest. */
export function packFiles(files: readonly IndexFile[]): Buffer {
  const list = Buffer.from(
    JSON.stringify(files.map(({ path, content }) => [path, content.length])),
  );
  const head = Buffer.alloc(listStart);
  head.writeUInt32BE(list.length);
  return addDigest(Buffer.concat([head, list, ...files.map(({ content }) => content)]));
}

/** Returns the files of a packed index; undefined if it is damaged. */
export function unpackFiles(packed: Buffer): IndexFile[] | undefined {
  const content = readIntact(packed);
  if (!content) return undefined;
  let end = listStart + content.readUInt32BE();
  const list = JSON.parse(content.toString('utf8', listStart, end)) as [string, number][];
  return list.map(([path, length]) => {
    const start = end;
    end += length;
    return { path, content: content.subarray(start, end) };
  });
}
