import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { itemsOf, sortItems, withItems } from './cbor-list.ts';

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
