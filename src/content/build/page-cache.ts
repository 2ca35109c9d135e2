import { hash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { AstroPrerenderer } from 'astro';
import { writeAtomically } from '../assets/atomic-write.ts';

type PrerenderResult = Exclude<Awaited<ReturnType<AstroPrerenderer['render']>>, Response>;

/** A size of an image that Astro makes for the pages that show it. */
export type ImageSize = NonNullable<
  NonNullable<PrerenderResult['metadata']>['staticImages']
>[number];

/** A page or file as Astro has made it. */
export interface BuiltPage {
  body: Buffer;
  contentType: string;
  images: ImageSize[];
}

/** The pages of the last build of a site, by their paths and by keys of what they were made from. */
export interface PageCache {
  /** Returns a page of the last build, unless its key differs or the stored bytes are damaged. */
  find(path: string, key: string): BuiltPage | undefined;
  /** Keeps a page for the next build. */
  keep(path: string, key: string, page: BuiltPage): void;
  /** Writes the pages that were found or kept, whole or not at all, and forgets all others. */
  save(): void;
  /** How many pages were found. */
  readonly found: number;
}

interface Entry extends Omit<BuiltPage, 'body'> {
  key: string;
  /** Of the compressed body: its place in the file, and its digest. */
  start: number;
  length: number;
  digest: string;
}

interface Index {
  /** A digest of the program that made the pages. */
  engine: string;
  pages: Record<string, Entry>;
}

/**
 * Opens the cache in a file, which holds the compressed pages after an index. A file of another engine, or one that
 * cannot be read, is an empty cache: its pages are built again.
 * @param engine A digest of everything but the content that the pages depend on.
 */
export function openPageCache(file: string, engine: string): PageCache {
  const last = readLastBuild(file, engine);
  const next = new Map<string, Entry & { bytes: Buffer }>();
  let found = 0;
  return {
    get found() {
      return found;
    },
    find(path, key) {
      const entry = last.pages.get(path);
      if (entry?.key !== key) return undefined;
      const bytes = last.bytes.subarray(entry.start, entry.start + entry.length);
      if (toDigest(bytes) !== entry.digest) return undefined;
      next.set(path, { ...entry, bytes });
      found += 1;
      return {
        body: zstdDecompressSync(bytes),
        contentType: entry.contentType,
        images: entry.images,
      };
    },
    keep(path, key, { body, contentType, images }) {
      const bytes = zstdCompressSync(body, compression);
      const digest = toDigest(bytes);
      next.set(path, { key, contentType, images, start: 0, length: bytes.length, digest, bytes });
    },
    save() {
      const index: Index = { engine, pages: {} };
      const parts: Buffer[] = [];
      let start = 0;
      for (const [path, { bytes, ...entry }] of next) {
        index.pages[path] = { ...entry, start };
        parts.push(bytes);
        start += bytes.length;
      }
      mkdirSync(dirname(file), { recursive: true });
      writeAtomically(file, Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...parts]));
    },
  };
}

/** Fast, and less than a tenth of a page with formulas is left. */
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 2 } };

function readLastBuild(file: string, engine: string) {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf('\n');
    const index = JSON.parse(bytes.toString('utf8', 0, end)) as Index;
    const pages = index.engine === engine ? new Map(Object.entries(index.pages)) : emptyMap();
    return { pages, bytes: bytes.subarray(end + 1) };
  } catch {
    return { pages: emptyMap(), bytes: Buffer.alloc(0) };
  }
}

function emptyMap() {
  return new Map<string, Entry>();
}

function toDigest(bytes: Buffer): string {
  return hash('sha256', bytes, 'base64url');
}
