import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { IndexFile, SearchRecord } from '../../model/site/search.ts';

/** The user interfaces of Pagefind, which the search page replaces. */
const unusedFile = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** How many records are sent to Pagefind at a time. It handles them in sequence. */
const batchSize = 100;

/** The number of indexes that are being built. */
let running = 0;

/**
 * Builds a search index with Pagefind, which runs in a process of its own, and returns its files, which are served in
 * one folder. The same records in any order give the same bytes.
 * @param language A BCP 47 tag, of which the first part selects the rules of stemming.
 * @throws If Pagefind rejects or leaves out a record, or does not run.
 */
export async function buildSearchIndex(
  records: readonly SearchRecord[],
  language: string,
): Promise<IndexFile[]> {
  running += 1;
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(`Pagefind could not create an index: ${errors.join(' ')}`);
    await addRecords(index, records, new Intl.Locale(language).language);
    const { files, errors: writeErrors } = await index.getFiles();
    throwErrors(writeErrors, 'the index');
    checkPageCount(files, records.length);
    await index.deleteIndex();
    return toStableFiles(files.filter(({ path }) => !unusedFile.test(path)));
  } finally {
    running -= 1;
    // The process keeps the memory of its largest index.
    if (running === 0) await close();
  }
}

async function addRecords(
  index: PagefindIndex,
  records: readonly SearchRecord[],
  language: string,
): Promise<void> {
  // Pagefind numbers pages in the order in which they are added.
  const sorted = [...records].sort((a, b) => (a.url < b.url ? -1 : 1));
  for (let start = 0; start < sorted.length; start += batchSize) {
    const added = sorted.slice(start, start + batchSize).map(async (record) => {
      const { errors } = await index.addCustomRecord({ ...record, language });
      throwErrors(errors, record.url);
    });
    await Promise.all(added);
  }
}

function throwErrors(errors: readonly string[], subject: string): void {
  if (errors.length > 0) throw new Error(`Pagefind rejected ${subject}: ${errors.join(' ')}`);
}

/** Checks that each record is in the index. Pagefind leaves out some, such as one without words, without an error. */
function checkPageCount(files: readonly IndexFile[], records: number): void {
  const pages = files.filter(({ path }) => path.endsWith('.pf_fragment')).length;
  if (pages !== records)
    throw new Error(
      `The search index has ${pages} of the ${records} pages of the site. This is a bug of Lectern; please report it.`,
    );
}

/** The first bytes of every unpacked file of Pagefind. */
const signature = Buffer.from('pagefind_dcd');

/**
 * Makes the bytes of an index depend on its records alone. Pagefind 1.5 writes the values of a filter, and the list of
 * filters, in an order that differs between runs, and puts a hash of the content into file names: this sorts them and
 * renames the files. A name keeps its length, so that the lengths in the index stay correct.
 */
function toStableFiles(files: readonly IndexFile[]): IndexFile[] {
  const names = new Map<string, string>();
  const filters = files.filter(isFilter).map(({ path, content }) => {
    const [name, values] = readItems(unpack(content)) as [Buffer, Buffer];
    return renameByContent(path, pack(Buffer.concat([pairHead, name, sortItems(values)])), names);
  });
  const overviews = files.filter(isOverview).map(({ path, content }) => {
    const list = replaceNames(unpack(content), names);
    // The parts: version, pages, chunks, filters, sort orders, metadata.
    const parts = readItems(list).map((part, i) => (i === 3 || i === 4 ? sortItems(part) : part));
    return renameByContent(path, pack(replaceItems(list, parts)), names);
  });
  const otherFiles = files.filter((file) => !isFilter(file) && !isOverview(file));
  const stable = otherFiles.map(({ path, content }) =>
    path === 'pagefind-entry.json'
      ? { path, content: replaceNames(content, names) }
      : { path, content },
  );
  return [...stable, ...filters, ...overviews].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The CBOR head of a list of two items. */
const pairHead = Buffer.from([0x82]);

function isFilter({ path }: IndexFile): boolean {
  return path.endsWith('.pf_filter');
}

function isOverview({ path }: IndexFile): boolean {
  return path.endsWith('.pf_meta');
}

/** Renames a file, such as `filter/en_91689a8.pf_filter`, by a hash of its content, and adds it to `names`. */
function renameByContent(path: string, content: Buffer, names: Map<string, string>): IndexFile {
  const [, before = '', hash = ''] = /(\w+_)([0-9a-f]+)\.\w+$/.exec(path) ?? [];
  const digest = createHash('sha256').update(content).digest('hex').slice(0, hash.length);
  names.set(before + hash, before + digest);
  return { path: path.replace(before + hash, before + digest), content };
}

function replaceNames(content: Uint8Array, names: ReadonlyMap<string, string>): Buffer {
  let text = Buffer.from(content).toString('latin1');
  for (const [old, stable] of names) text = text.replaceAll(old, stable);
  return Buffer.from(text, 'latin1');
}

function unpack(content: Uint8Array): Buffer {
  return gunzipSync(content).subarray(signature.length);
}

/** Packs a file. The operating system in the gzip head is "unknown" (RFC 1952, section 2.3). */
function pack(content: Buffer): Buffer {
  const packed = gzipSync(Buffer.concat([signature, content]), { level: 9 });
  packed[9] = 255;
  return packed;
}

// The part of CBOR (RFC 8949) that sorting the items of a list needs: the start and end of each item. Pagefind
// writes only definite lengths.

/** Returns the bytes of each item of a list. @throws RangeError if the bytes are not a list. */
export function readItems(list: Buffer): Buffer[] {
  const { major, value, next } = readHead(list, 0);
  if (major !== 4) throw new RangeError(`Expected a CBOR list, but found major type ${major}`);
  const items: Buffer[] = [];
  for (let at = next, i = 0; i < value; i += 1) {
    const end = findItemEnd(list, at);
    items.push(list.subarray(at, end));
    at = end;
  }
  return items;
}

/** Replaces the items of a list by the same number of other items. */
function replaceItems(list: Buffer, items: readonly Buffer[]): Buffer {
  return Buffer.concat([list.subarray(0, readHead(list, 0).next), ...items]);
}

/** Sorts the items of a list by their bytes. */
export function sortItems(list: Buffer): Buffer {
  return replaceItems(
    list,
    readItems(list).sort((a, b) => Buffer.compare(a, b)),
  );
}

function findItemEnd(bytes: Buffer, at: number): number {
  const { major, value, next } = readHead(bytes, at);
  if (major === 2 || major === 3) return next + value;
  const inside = { 4: value, 5: 2 * value, 6: 1 }[major] ?? 0;
  let end = next;
  for (let i = 0; i < inside; i += 1) end = findItemEnd(bytes, end);
  return end;
}

/** Reads the head of an item: its type, its number or length, and the offset after it (RFC 8949, section 3). */
function readHead(bytes: Buffer, at: number): { major: number; value: number; next: number } {
  const first = bytes.readUInt8(at);
  const info = first & 31;
  const major = first >> 5;
  if (info < 24) return { major, value: info, next: at + 1 };
  if (info > 27) throw new RangeError('CBOR items of indefinite length are not supported');
  const size = 2 ** (info - 24);
  const value = size === 8 ? Number(bytes.readBigUInt64BE(at + 1)) : bytes.readUIntBE(at + 1, size);
  return { major, value, next: at + 1 + size };
}
