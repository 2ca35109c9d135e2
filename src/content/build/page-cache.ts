import { hash } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { AstroPrerenderer } from 'astro';
import { writeFully } from '../assets/atomic-write.ts';

type PrerenderResult = Exclude<Awaited<ReturnType<AstroPrerenderer['render']>>, Response>;

/** A size of an image that Astro makes for the pages that show it. */
export type ImageSize = NonNullable<
  NonNullable<PrerenderResult['metadata']>['staticImages']
>[number];

/** The metadata of a page or file that Astro has built: everything but its body. */
interface PageRecord {
  /** A digest of the body. */
  digest: string;
  contentType: string;
  images: ImageSize[];
}

/** A page or file that Astro has built. */
export interface BuiltPage extends Omit<PageRecord, 'digest'> {
  body: Buffer;
}

/** The pages of the last build of a site, by their paths and by keys of what they were made from. */
export interface PageCache {
  /** Returns the record of a page of the last build, unless its key differs. */
  find(path: string, key: string): PageRecord | undefined;
  /** Returns the body of a page that was found; undefined if it is damaged or was not stored. */
  readBody(path: string): Buffer | undefined;
  /** Keeps a page that was found for the next build. */
  keepAgain(path: string): void;
  /** Keeps a page for the next build. The body of an image is not stored: images have a cache of their own. */
  keep(path: string, key: string, page: BuiltPage): void;
  /** Puts the pages that were kept in the place of those of the last build, whole or not at all. */
  save(): void;
}

interface Entry extends PageRecord {
  key: string;
  /** The place of the compressed body in the file. Without a length it is not stored. */
  start: number;
  length: number;
}

interface Index {
  /** A digest of the program that made the pages. */
  engine: string;
  pages: Record<string, Entry>;
}

/**
 * Opens the cache in a file: compressed bodies and an index of them. No body is held in memory. A file
 * of another engine, or one that cannot be read, is an empty cache: its pages are built again. Only one build at a time
 * may use a file.
 * @param engine A digest of everything but the content that the pages depend on.
 */
export function openPageCache(file: string, engine: string): PageCache {
  const last = openLastBuild(file, engine);
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.draft`;
  const next = createWriter(draft);
  const pages: Index['pages'] = Object.create(null) as Index['pages'];
  const readStored = ({ start, length }: Entry) => last.read(start, length);
  return {
    find(path, key) {
      const entry = last.pages.get(path);
      return entry?.key === key ? entry : undefined;
    },
    readBody(path) {
      const entry = last.pages.get(path);
      return entry && decompress(readStored(entry), entry.digest);
    },
    keepAgain(path) {
      const entry = last.pages.get(path);
      if (entry) pages[path] = { ...entry, start: next.write(readStored(entry)) };
    },
    keep(path, key, { body, contentType, images }) {
      const isStored = !contentType.startsWith('image/');
      const bytes = isStored ? zstdCompressSync(body, compression) : Buffer.alloc(0);
      const digest = digestBody(body);
      const start = next.write(bytes);
      pages[path] = { key, contentType, images, digest, start, length: bytes.length };
    },
    save() {
      const index = Buffer.from(JSON.stringify({ engine, pages } satisfies Index));
      next.write(index);
      next.write(toFileEnd(index));
      next.close();
      last.close();
      renameSync(draft, file);
    },
  };
}

/** A fast level, which compresses a page with formulas to less than a tenth of its size. */
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 2 } };

/** The end of the file: the digest of the index, and its length as a number of 4 bytes. */
const endSize = 36;

/** Returns a digest of a page's body, by which a file of it is compared. */
export function digestBody(body: Uint8Array): string {
  return hash('sha256', body, 'base64url');
}

function toFileEnd(index: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(index.length);
  return Buffer.concat([hash('sha256', index, 'buffer'), length]);
}

function decompress(bytes: Buffer, digest: string): Buffer | undefined {
  try {
    const body = zstdDecompressSync(bytes);
    return digestBody(body) === digest ? body : undefined;
  } catch {
    return undefined;
  }
}

function openLastBuild(path: string, engine: string) {
  const noPages = { pages: new Map<string, Entry>(), read: () => Buffer.alloc(0), close: () => {} };
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return noPages;
  }
  const read = (start: number, length: number) => {
    const bytes = Buffer.allocUnsafe(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, start));
  };
  const close = () => closeSync(file);
  try {
    const start = fstatSync(file).size - endSize;
    const end = read(start, endSize);
    const length = end.readUInt32BE(endSize - 4);
    const bytes = read(start - length, length);
    const index = JSON.parse(bytes.toString()) as Index;
    if (toFileEnd(bytes).equals(end) && index.engine === engine)
      return { pages: new Map(Object.entries(index.pages)), read, close };
  } catch {
    // A damaged cache is replaced by the build.
  }
  close();
  return noPages;
}

/** Bodies are written to the disk when there are this many bytes of them. */
const chunkSize = 1 << 20;

function createWriter(path: string) {
  rmSync(path, { force: true });
  const file = openSync(path, 'wx');
  let [flushed, waiting] = [0, 0];
  let chunks: Buffer[] = [];
  const flush = () => {
    writeFully(file, Buffer.concat(chunks));
    [flushed, waiting, chunks] = [flushed + waiting, 0, []];
  };
  return {
    /** Appends bytes, and returns where they start. */
    write(bytes: Buffer): number {
      const start = flushed + waiting;
      chunks.push(bytes);
      waiting += bytes.length;
      if (waiting >= chunkSize) flush();
      return start;
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}
