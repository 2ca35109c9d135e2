import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile, writeCacheEntry, getCacheFolder, readCacheEntry } from './file-cache.ts';
import { findNonPdfKind, type NonPdfKind } from './file-type.ts';
import { runPdfJob, type PdfError } from './pdf-process.ts';
import { markUsed } from './unused-caches.ts';

/** Increased when the cached properties or the image of a PDF change. */
const cacheVersion = 3;
/** A PDF with more bytes is linked, but not opened. */
const maxBytes = 200_000_000;
/** In seconds. Opening takes milliseconds, drawing a page less than a second; the rest is for slow machines. */
const timeouts = { open: 20, draw: 60 };

/** The name of the image of the first page, in the cache folder of its PDF. */
export const firstPageName = 'first-page.png';

/** The properties of a PDF. It has neither `pages` nor `error` if it is too large to be opened. */
export interface PdfProperties {
  pages?: number;
  error?: NonPdfKind | PdfError;
  /** The folder that caches its image. */
  folder?: string;
}

/** The jobs of this run, so that a PDF on which the reader hangs is opened only once. */
const pending = new Map<string, Promise<unknown>>();

interface PdfFile {
  /** Absolute path. */
  file: string;
  /** Milliseconds since 1970. */
  modified: number;
}

/**
 * Reads the properties of a PDF; never rejects. They are cached by the content of the file, so that a PDF that was
 * opened before, also under another name, is only hashed.
 */
export function readPdf({ file, modified }: PdfFile): Promise<PdfProperties> {
  return dedupeInFlight(`open ${modified} ${file}`, () => openPdf(file));
}

/**
 * Draws the first page of a PDF as PNG and returns the path of the image, or undefined if the page cannot be
 * drawn. Never rejects.
 * @param file Absolute path.
 */
export function drawPdf(file: string, properties: PdfProperties): Promise<string | undefined> {
  const { pages, folder } = properties;
  if (pages === undefined || folder === undefined) return Promise.resolve(undefined);
  return dedupeInFlight(`draw ${folder}`, () => drawToCache(folder, file));
}

/** Returns whether a PDF was opened before, and its first page was drawn if that is needed. Never rejects. */
export async function isPdfCached(
  { file }: Pick<PdfFile, 'file'>,
  isDrawn: boolean,
): Promise<boolean> {
  try {
    const folder = await findPdfFolder(file);
    const names = isDrawn ? ['pdf.json', 'first-page.json'] : ['pdf.json'];
    return names.every((name) => existsSync(join(folder, name)));
  } catch {
    return false;
  }
}

/** Returns the cache folder of a PDF, by its content. */
async function findPdfFolder(file: string): Promise<string> {
  const cache = await getCacheFolder('pdfs', cacheVersion, 'pdfjs-dist');
  return join(cache, await hashFile(file));
}

async function openPdf(path: string): Promise<PdfProperties> {
  try {
    const error = await findNonPdfKind(path);
    if (error) return { error };
    if ((await stat(path)).size > maxBytes) return {};
    const folder = await findPdfFolder(path);
    const entry = join(folder, 'pdf.json');
    const cached = readCacheEntry<CacheEntry>(entry);
    if (cached) {
      markUsed(entry);
      return { ...cached, folder };
    }
    const answer = await runPdfJob({ file: path }, timeouts.open);
    const properties: CacheEntry = 'error' in answer ? answer : { pages: answer.pages };
    if (properties.error !== 'stuck') writeCacheEntry(entry, properties);
    return { ...properties, folder };
  } catch {
    return { error: 'damaged' };
  }
}

/** Draws the first page into the cache folder, unless its image is there as it was drawn. */
async function drawToCache(folder: string, file: string): Promise<string | undefined> {
  const image = join(folder, firstPageName);
  const digestFile = join(folder, 'first-page.json');
  const digest = await hashFile(image).catch(() => undefined);
  if (digest !== undefined && digest === readCacheEntry<string>(digestFile)) return image;
  const hasFolder = await mkdir(folder, { recursive: true }).then(
    () => true,
    () => false,
  );
  const answer = hasFolder && (await runPdfJob({ file, image }, timeouts.draw));
  if (!answer || !('drawn' in answer) || !answer.drawn) return undefined;
  writeCacheEntry(digestFile, await hashFile(image));
  return image;
}

/** Runs a job, or returns the result of the same job if it was run before. */
function dedupeInFlight<T>(key: string, job: () => Promise<T>): Promise<T> {
  const earlier = pending.get(key) as Promise<T> | undefined;
  const result = earlier ?? job();
  pending.set(key, result);
  return result;
}

type CacheEntry = Pick<PdfProperties, 'pages' | 'error'>;
