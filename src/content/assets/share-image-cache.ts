import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ShareCard, ShareFont } from '../../model/site/share-card.ts';
import { writeAtomically } from './atomic-write.ts';

/** A renderer of cards. `version` is increased when its output changes. */
export interface Drawing {
  version: number;
  draw(card: ShareCard, fonts: ShareFont[]): Promise<Buffer>;
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
  'satori',
  '@resvg/resvg-js',
  '@fontsource/newsreader',
  '@fontsource/stix-two-text',
  '@fontsource/noto-serif',
  '@fontsource/noto-sans-math',
];

interface FontFile extends Omit<ShareFont, 'data'> {
  file: string;
}

/**
 * Newsreader, then fonts for the characters that it lacks: STIX Two for Greek and Cyrillic, the light Noto Serif
 * for sub- and superscripts and accents of formulas, Noto Sans Math for the other symbols. The order matters.
 */
const fontFiles: FontFile[] = [
  ...['latin', 'latin-ext', 'vietnamese'].flatMap((subset) => withItalic('newsreader', subset)),
  ...['greek', 'cyrillic', 'cyrillic-ext'].flatMap((subset) => withItalic('stix-two-text', subset)),
  ...['latin-ext', 'greek-ext', 'math'].map((subset) => toFontFile('noto-serif', subset, 300)),
  { ...toFontFile('noto-sans-math', 'latin', 400), symbolsOnly: true },
];

let fonts: Promise<ShareFont[]> | undefined;

/** Returns the fonts of share images, which are read from the installed packages once. */
export function loadShareFonts(): Promise<ShareFont[]> {
  fonts ??= Promise.all(fontFiles.map(loadFace));
  return fonts;
}

async function loadFace({ file, ...face }: FontFile): Promise<ShareFont> {
  // npm runs every script in the folder of the project, while built code may be elsewhere.
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  return { ...face, data: await readFile(resolve(file)) };
}

function withItalic(family: string, subset: string): FontFile[] {
  return [toFontFile(family, subset, 400), toFontFile(family, subset, 400, 'italic')];
}

function toFontFile(
  family: string,
  subset: string,
  weight: number,
  style: FontFile['style'] = 'normal',
) {
  const file = `@fontsource/${family}/files/${family}-${subset}-${weight}-${style}.woff`;
  return { name: `${family}-${subset}`, style, file };
}
