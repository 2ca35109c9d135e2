import { hash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ShareCard, ShareFont } from '../../model/site/share-card.ts';
import { writeInBackground } from './atomic-write.ts';
import { readDependencies } from './file-cache.ts';
import { addDigest, readIntact } from './intact-bytes.ts';
import { loadShareFonts } from './share-fonts.ts';

/** A renderer of cards. `version` is increased when its output changes. */
export interface Drawing {
  version: number;
  draw(card: ShareCard, fonts: readonly ShareFont[]): Promise<Buffer>;
  startThread(fonts: readonly ShareFont[]): DrawingThread;
}

/** A thread that draws one card after the other. When it fails, it rejects that card and all others. */
interface DrawingThread {
  draw(card: ShareCard): Promise<Buffer>;
  end(): void;
}

/** Cards that wait for the thread, and those that it draws, by their file in the cache. */
const queue = new Map<string, ShareCard>();
const inProgress = new Map<string, Promise<void>>();

/**
 * Returns the image of a card as PNG, from the cache in `folder`, or draws and caches it. The name of a cached image
 * is a hash of everything that the image depends on, so it is never out of date.
 * @param folder Is created if it is missing. Several builds may share it.
 * @throws When the fonts cannot be read, the card cannot be drawn or the folder cannot be written.
 */
export async function loadCachedShareImage(
  folder: string,
  card: ShareCard,
  drawing: Drawing,
): Promise<Buffer> {
  const file = join(folder, await toCacheName(card, drawing.version));
  queue.delete(file);
  await inProgress.get(file);
  const cached = await readCachedImage(file);
  if (cached) return cached;
  const image = await drawing.draw(card, await loadShareFonts());
  await writeCachedImage(file, image);
  return image;
}

/** The least number of images for which it is worth while to start a thread. */
const minCount = 50;
/** So many cards are sent to the thread at a time that it need not wait while this thread is busy. */
const maxInProgress = 8;

/**
 * Makes the cache ready for a build of a site. Removes images that the site does not use any more. If many are
 * missing, draws them on another thread, those first that come last in `cards`, until all are drawn or have
 * been loaded.
 * @param cards All cards of the site.
 */
export async function prepareShareImages(
  folder: string,
  cards: readonly ShareCard[],
  drawing: Drawing,
): Promise<void> {
  const names = await Promise.all(cards.map((card) => toCacheName(card, drawing.version)));
  const cached = new Set(await readdir(folder).catch(() => []));
  await removeUnused(folder, cached, new Set(names));
  const missing = cards.flatMap((card, i) => {
    const name = names[i] as string;
    return cached.has(name) ? [] : [[join(folder, name), card] as const];
  });
  if (missing.length < minCount) return;
  for (const [file, card] of missing) queue.set(file, card);
  const files = missing.map(([file]) => file);
  const thread = drawing.startThread(await loadShareFonts());
  await Promise.all(Array.from({ length: maxInProgress }, () => drawQueued(files, thread)));
  thread.end();
}

/** Draws cards that are still in the queue, from the end of `files`, which it empties. */
async function drawQueued(files: string[], thread: DrawingThread): Promise<void> {
  for (let file = files.pop(); file !== undefined; file = files.pop()) {
    const card = queue.get(file);
    if (!card) continue;
    queue.delete(file);
    inProgress.set(file, drawToCache(file, card, thread));
    await inProgress.get(file);
    inProgress.delete(file);
  }
}

/** Draws a card. An image that could not be drawn or cached is drawn when it is loaded, which reports the error. */
async function drawToCache(file: string, card: ShareCard, thread: DrawingThread): Promise<void> {
  try {
    await writeCachedImage(file, await thread.draw(card));
  } catch {
    return;
  }
}

async function removeUnused(
  folder: string,
  names: ReadonlySet<string>,
  used: ReadonlySet<string>,
): Promise<void> {
  for (const name of names) {
    const file = join(folder, name);
    const isUnused = name.endsWith('.tmp') ? await isAbandoned(file) : !used.has(name);
    if (isUnused) await rm(file, { force: true });
  }
}

/** Returns whether no build writes a temporary file any more. */
async function isAbandoned(file: string): Promise<boolean> {
  const hour = 3_600_000;
  const stats = await stat(file).catch(() => undefined);
  return stats !== undefined && stats.mtimeMs < Date.now() - hour;
}

async function toCacheName(card: ShareCard, version: number): Promise<string> {
  const { title, event, day, place, name } = card;
  const dependencies = await readDependencies();
  const versions = rendererPackages.map((name) => `${name} ${dependencies[name]}`).join(', ');
  const inputs = [version, versions, title, event, day, place, name];
  return `${hash('sha256', JSON.stringify(inputs))}.png`;
}

/** The packages that an image depends on. Their versions are part of the name of a cached image. */
const rendererPackages: readonly string[] = [
  'harfbuzzjs',
  '@fontsource/newsreader',
  '@fontsource/stix-two-text',
  '@fontsource/noto-serif',
  '@fontsource/noto-sans-math',
];

/** Writes an image and its digest: a PNG with more bytes after its end. */
async function writeCachedImage(file: string, image: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeInBackground(file, addDigest(image));
}

/** Returns a cached image, or undefined if there is none or it is damaged. */
async function readCachedImage(file: string): Promise<Buffer | undefined> {
  return readIntact(await readFile(file).catch(() => Buffer.alloc(0)));
}
