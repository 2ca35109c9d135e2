import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShareCard, ShareFont } from '../../model/site/share-card.ts';
import { writeAtomically } from './atomic-write.ts';
import { loadShareFonts } from './share-fonts.ts';

/** A renderer of cards. `version` is increased when its output changes. */
export interface Drawing {
  version: number;
  draw(card: ShareCard, fonts: readonly ShareFont[]): Promise<Buffer>;
}

/**
 * Returns the image of a card as PNG, from the cache in `folder`, or draws and caches it. The name of a cached image
 * is a hash of everything that the image depends on, so it is never out of date. No image is removed: a talk
 * may change back, and the folder is deleted when packages are reinstalled.
 * @param folder Is created if it is missing. Several builds may share it.
 * @throws When the fonts cannot be read, the card cannot be drawn or the folder cannot be written.
 */
export async function loadCachedShareImage(
  folder: string,
  card: ShareCard,
  drawing: Drawing,
): Promise<Buffer> {
  const file = join(folder, `${await toCacheKey(card, drawing.version)}.png`);
  const cached = await readFile(file).catch(() => undefined);
  if (cached && isCompletePng(cached)) return cached;
  const image = await drawing.draw(card, await loadShareFonts());
  await mkdir(folder, { recursive: true });
  writeAtomically(file, image);
  return image;
}

async function toCacheKey(card: ShareCard, version: number): Promise<string> {
  const { title, event, day, place, name } = card;
  const inputs = [version, await readPackageVersions(), title, event, day, place, name];
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
}

let versions: Promise<string> | undefined;

/** Returns the versions in package.json. They are exact, so they are those of the installed packages. */
function readPackageVersions(): Promise<string> {
  versions ??= readFile(join(process.cwd(), 'package.json'), 'utf8').then((text) => {
    const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
    return rendererPackages.map((name) => `${name} ${dependencies[name]}`).join(', ');
  });
  return versions;
}

/** Returns whether a PNG has its start and its end: after a loss of power, half of a file may be left. */
function isCompletePng(image: Buffer): boolean {
  return (
    image.subarray(1, 4).toString('latin1') === 'PNG' &&
    image.subarray(-8, -4).toString('latin1') === 'IEND'
  );
}

/** The packages that an image depends on. Their versions are part of the name of a cached image. */
const rendererPackages: readonly string[] = [
  'harfbuzzjs',
  '@fontsource/newsreader',
  '@fontsource/stix-two-text',
  '@fontsource/noto-serif',
  '@fontsource/noto-sans-math',
];
