import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadPicture } from '../../markdown/source/environment.ts';
import type { ImageProperties } from '../../model/page/image.ts';
import { hashOf, keepNote, notesFolder, readNote } from './file-cache.ts';

/** Raised when the same picture should be judged otherwise. */
const storeVersion = 2;

/** What was asked for in this run, by file, time and size. */
const asked = new Map<string, Promise<ImageProperties>>();

/**
 * Measures a picture and decodes it once. What is found is kept by its content, so
 * that one that was decoded before, here or under another name, is hashed and no more.
 * @param file Absolute.
 */
export function readPicture(file: string): Promise<ImageProperties> {
  const key = `${file} ${stampOf(file)}`;
  const answer = asked.get(key) ?? lookUp(file);
  asked.set(key, answer);
  return answer;
}

/** Changes when the file does; empty when there is none. */
export function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size}` : '';
}

async function lookUp(file: string): Promise<ImageProperties> {
  const folder = await notesFolder('pictures', storeVersion, 'sharp');
  const hash = await hashOf(file).catch(() => undefined);
  if (hash === undefined) return { trouble: 'damaged' };
  const note = join(folder, `${hash}.json`);
  const kept = await readNote<ImageProperties>(note);
  if (kept) return kept;
  // Loaded only where there is something to decode.
  const { decodePicture } = await import('./decode-image.ts');
  const found = await decodePicture(file);
  await keepNote(note, found).catch(() => undefined);
  return found;
}

/**
 * Returns a function that reads the images of a text.
 * @param locate Finds the file that the text names.
 */
export function createImageReader(
  locate: (name: string) => { file: string } | undefined,
): ReadPicture {
  return async (name) => {
    const located = locate(name);
    if (!located) return undefined;
    const { file } = located;
    return { ...(await readPicture(file)), stamp: stampOf(file), file };
  };
}
