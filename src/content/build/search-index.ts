import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import type { SearchRecord } from '../../model/site/search.ts';

/** Pagefind's own interfaces, in whose place the search page stands. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/**
 * The files of a search index, by Pagefind, to be served side by side. The same records in any
 * order give the same bytes. Throws if Pagefind rejects a record or does not run.
 * @param language A BCP 47 tag; its first part decides how words are brought to their stems.
 */
export async function buildSearchIndex(
  records: readonly SearchRecord[],
  language: string,
): Promise<IndexFile[]> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind could not create an index: ${errors.join(' ')}`);
  const stem = new Intl.Locale(language).language;
  // One after the other: pages are numbered as they come in.
  for (const record of [...records].sort((a, b) => (a.url < b.url ? -1 : 1))) {
    const added = await index.addCustomRecord({ ...record, language: stem });
    complain(added.errors, record.url);
  }
  const { files, errors: unwritten } = await index.getFiles();
  complain(unwritten, 'the index');
  await index.deleteIndex();
  return toStableFiles(files.filter(({ path }) => !unused.test(path)));
}

function complain(errors: readonly string[], about: string): void {
  if (errors.length > 0) throw new Error(`Pagefind rejected ${about}: ${errors.join(' ')}`);
}

/** A file of the index, by its path within the folder of the search. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** Begins every file of Pagefind's, once it is unpacked. */
const mark = Buffer.from('pagefind_dcd');

/**
 * An index whose bytes depend on its records alone. Pagefind 1.5 writes the values of a filter, and
 * the list of filters, in an order that differs from run to run, and names files by a hash of that:
 * here they are put in order and named anew. A name keeps its length, so that lengths stay true.
 */
export function toStableFiles(files: readonly IndexFile[]): IndexFile[] {
  const names = new Map<string, string>();
  const filters = files.filter(isFilter).map(({ path, content }) => {
    const [name, values] = itemsOf(unpack(content)) as [Buffer, Buffer];
    return rename(path, pack(Buffer.concat([pair, name, sortItems(values)])), names);
  });
  const overviews = files.filter(isOverview).map(({ path, content }) => {
    const list = replaceNames(unpack(content), names);
    // Version, pages, chunks, filters, orders, facts.
    const parts = itemsOf(list).map((part, i) => (i === 3 || i === 4 ? sortItems(part) : part));
    return rename(path, pack(withItems(list, parts)), names);
  });
  const others = files.filter((file) => !isFilter(file) && !isOverview(file));
  const stable = others.map(({ path, content }) =>
    path === 'pagefind-entry.json'
      ? { path, content: replaceNames(content, names) }
      : { path, content },
  );
  return [...stable, ...filters, ...overviews].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The head of a list of two. */
const pair = Buffer.from([0x82]);

function isFilter({ path }: IndexFile): boolean {
  return path.endsWith('.pf_filter');
}

function isOverview({ path }: IndexFile): boolean {
  return path.endsWith('.pf_meta');
}

/** `filter/en_91689a8.pf_filter` with a hash of its content in the name, which `names` then knows. */
function rename(path: string, content: Buffer, names: Map<string, string>): IndexFile {
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
  return gunzipSync(content).subarray(mark.length);
}

/** The byte of a gzip head that names the operating system says "unknown" (RFC 1952, section 2.3). */
function pack(content: Buffer): Buffer {
  const packed = gzipSync(Buffer.concat([mark, content]), { level: 9 });
  packed[9] = 255;
  return packed;
}

// Of CBOR (RFC 8949) as much as it takes to put the items of a list into another order: where each
// begins and ends. Lengths are always written out, as Pagefind writes them.

/** The bytes of each item of a list. Throws a RangeError for anything but a list. */
export function itemsOf(list: Buffer): Buffer[] {
  const { major, value, next } = headAt(list, 0);
  if (major !== 4) throw new RangeError(`Expected a CBOR list, but found major type ${major}`);
  const items: Buffer[] = [];
  for (let at = next, i = 0; i < value; i += 1) {
    const end = endOfItem(list, at);
    items.push(list.subarray(at, end));
    at = end;
  }
  return items;
}

/** The bytes of `list` with other items in the place of its own, as many as they were. */
function withItems(list: Buffer, items: readonly Buffer[]): Buffer {
  return Buffer.concat([list.subarray(0, headAt(list, 0).next), ...items]);
}

/** The items in the order of their bytes. */
export function sortItems(list: Buffer): Buffer {
  return withItems(
    list,
    itemsOf(list).sort((a, b) => Buffer.compare(a, b)),
  );
}

function endOfItem(bytes: Buffer, at: number): number {
  const { major, value, next } = headAt(bytes, at);
  if (major === 2 || major === 3) return next + value;
  const inside = { 4: value, 5: 2 * value, 6: 1 }[major] ?? 0;
  let end = next;
  for (let i = 0; i < inside; i += 1) end = endOfItem(bytes, end);
  return end;
}

/** The type of an item, its number or length, and where what follows begins (RFC 8949, section 3). */
function headAt(bytes: Buffer, at: number): { major: number; value: number; next: number } {
  const first = bytes.readUInt8(at);
  const info = first & 31;
  const major = first >> 5;
  if (info < 24) return { major, value: info, next: at + 1 };
  if (info > 27) throw new RangeError('CBOR items of indefinite length are not supported');
  const size = 2 ** (info - 24);
  const value = size === 8 ? Number(bytes.readBigUInt64BE(at + 1)) : bytes.readUIntBE(at + 1, size);
  return { major, value, next: at + 1 + size };
}
