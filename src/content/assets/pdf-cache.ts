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
/** The names of its properties and of the digest of that image. */
const [propertiesName, drawingDigestName] = ['pdf.json', 'first-page.json'];

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
export function readPdf(pdf: PdfFile): Promise<PdfProperties> {
  return dedupeInFlight(`open ${pdf.modified} ${pdf.file}`, () => openPdf(pdf));
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

/** Returns whether neither opening a PDF nor, if it has a preview, drawing its first page takes time. Never rejects. */
export async function isPdfCached(pdf: PdfFile, hasPreview: boolean): Promise<boolean> {
  const known = await readKnown(pdf).catch(() => undefined);
  if (!known?.folder || known.pages === undefined) return known !== undefined;
  return !hasPreview || existsSync(join(known.folder, drawingDigestName));
}

async function openPdf(pdf: PdfFile): Promise<PdfProperties> {
  try {
    const known = await readKnown(pdf);
    if (known) return known;
    const folder = await findPdfFolder(pdf);
    const answer = await runPdfJob({ file: pdf.file }, timeouts.open);
    const properties: CacheEntry = 'error' in answer ? answer : { pages: answer.pages };
    if (properties.error !== 'stuck') writeCacheEntry(join(folder, propertiesName), properties);
    return { ...properties, folder };
  } catch {
    return { error: 'damaged' };
  }
}

/** Returns the properties of a PDF that are known without opening it; undefined if it has to be opened. */
async function readKnown(pdf: PdfFile): Promise<PdfProperties | undefined> {
  const error = await findNonPdfKind(pdf.file);
  if (error) return { error };
  if ((await stat(pdf.file)).size > maxBytes) return {};
  const folder = await findPdfFolder(pdf);
  const entry = join(folder, propertiesName);
  const cached = readCacheEntry<CacheEntry>(entry);
  if (!cached) return undefined;
  markUsed(entry);
  return { ...cached, folder };
}

/** Returns the cache folder of a PDF, by its content, which is hashed once. */
function findPdfFolder({ file, modified }: PdfFile): Promise<string> {
  return dedupeInFlight(`hash ${modified} ${file}`, async () => {
    const cache = await getCacheFolder('pdfs', cacheVersion, 'pdfjs-dist');
    return join(cache, await hashFile(file));
  });
}

/** Draws the first page into the cache folder, unless its image is there as it was drawn. */
async function drawToCache(folder: string, file: string): Promise<string | undefined> {
  const image = join(folder, firstPageName);
  const digestFile = join(folder, drawingDigestName);
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
