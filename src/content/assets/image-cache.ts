import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadImage } from '../../markdown/source/markdown-context.ts';
import type { ImageProperties } from '../../model/page/image-errors.ts';
import { hashFile, writeCacheEntry, getCacheFolder, readCacheEntry } from './file-cache.ts';
import { markUsed } from './unused-caches.ts';

/** Increased when the cached properties of an image change. */
const cacheVersion = 5;

/** The images that were read in this run, by path, time and size. */
const readings = new Map<string, Promise<ImageProperties>>();

/**
 * Measures and decodes an image. The result is cached by the content of the file, so that an image that was
 * decoded before, also under another name, is only hashed.
 * @param file Absolute path.
 */
export function readImage(file: string): Promise<ImageProperties> {
  const key = `${file} ${getFileStamp(file)}`;
  const reading = readings.get(key) ?? readThroughCache(file);
  readings.set(key, reading);
  return reading;
}

/** Returns a text that changes when the file changes: its time and size. It is empty if there is no file. */
export function getFileStamp(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size}` : '';
}

async function readThroughCache(file: string): Promise<ImageProperties> {
  const folder = await getCacheFolder('images', cacheVersion, 'sharp');
  const hash = await hashFile(file).catch(() => undefined);
  if (hash === undefined) return { error: 'damaged' };
  const entry = join(folder, `${hash}.json`);
  const cached = readCacheEntry<ImageProperties>(entry);
  if (cached) {
    markUsed(entry);
    return cached;
  }
  // sharp is loaded only if an image has to be decoded.
  const { decodeImage } = await import('./decode-image.ts');
  const properties = await decodeImage(file);
  writeCacheEntry(entry, properties);
  return properties;
}

/**
 * Returns a function that reads the images of a text.
 * @param locate Finds the file that the text names.
 */
export function createImageReader(
  locate: (name: string) => { file: string } | undefined,
): ReadImage {
  return async (name) => {
    const located = locate(name);
    if (!located) return undefined;
    const { file } = located;
    return { ...(await readImage(file)), stamp: getFileStamp(file), file };
  };
}
