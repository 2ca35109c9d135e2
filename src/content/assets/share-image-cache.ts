import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ShareCard, ShareFont } from '../../model/site/share-card.ts';
import { writeAtomically } from './atomic-write.ts';

/** How a card becomes a PNG; `version` changes whenever the outcome does. */
export interface Drawing {
  version: number;
  draw(card: ShareCard, fonts: ShareFont[]): Promise<Buffer>;
}

/**
 * The picture of a card as PNG: the one kept in `folder`, or one drawn now and kept. Pictures are
 * named by all that goes into them, so a kept one is never out of date; none is ever removed, since
 * a talk may return to what it was, and the folder goes when packages are installed anew.
 * @param folder Made if it is not there. Several builds may share it.
 * @throws When the fonts cannot be read, the card cannot be drawn or the folder cannot be written.
 */
export async function keptPicture(
  folder: string,
  card: ShareCard,
  drawing: Drawing,
): Promise<Buffer> {
  const file = join(folder, `${await pictureKey(card, drawing.version)}.png`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept && isWhole(kept)) return kept;
  const picture = await drawing.draw(card, await loadShareFonts());
  await mkdir(folder, { recursive: true });
  writeAtomically(file, picture);
  return picture;
}

async function pictureKey(card: ShareCard, version: number): Promise<string> {
  const { title, event, day, place, name } = card;
  const all = [version, await makersVersions(), title, event, day, place, name];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

let versions: Promise<string> | undefined;

/** As the project pins them: exactly, so that its own list tells what is installed. */
function makersVersions(): Promise<string> {
  versions ??= readFile(join(process.cwd(), 'package.json'), 'utf8').then((text) => {
    const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
    return pictureMakers.map((name) => `${name} ${dependencies[name]}`).join(', ');
  });
  return versions;
}

/** Whether a PNG begins and ends as one does: a machine that loses power may keep half of it. */
function isWhole(picture: Buffer): boolean {
  return (
    picture.subarray(1, 4).toString('latin1') === 'PNG' &&
    picture.subarray(-8, -4).toString('latin1') === 'IEND'
  );
}

/** Packages that a picture depends on: their versions tell whether a kept one is still right. */
export const pictureMakers: readonly string[] = [
  'satori',
  '@resvg/resvg-js',
  '@fontsource/newsreader',
  '@fontsource/stix-two-text',
  '@fontsource/noto-serif',
  '@fontsource/noto-sans-math',
];

interface Face extends Omit<ShareFont, 'data'> {
  file: string;
}

/**
 * Newsreader, and after it what sets the letters that it lacks: STIX Two for Greek and Cyrillic, the
 * light Noto Serif for sub- and superscripts and accents of formulas, Noto Sans Math for the rest of
 * their signs. The order counts.
 */
const faces: Face[] = [
  ...['latin', 'latin-ext', 'vietnamese'].flatMap((subset) => both('newsreader', subset)),
  ...['greek', 'cyrillic', 'cyrillic-ext'].flatMap((subset) => both('stix-two-text', subset)),
  ...['latin-ext', 'greek-ext', 'math'].map((subset) => face('noto-serif', subset, 300)),
  { ...face('noto-sans-math', 'latin', 400), signsOnly: true },
];

let fonts: Promise<ShareFont[]> | undefined;

/** The fonts of pictures, from the installed packages; read once. */
export function loadShareFonts(): Promise<ShareFont[]> {
  fonts ??= Promise.all(faces.map(loadFace));
  return fonts;
}

async function loadFace({ file, ...face }: Face): Promise<ShareFont> {
  // npm runs every script in the folder of the project; built code may lie elsewhere.
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  return { ...face, data: await readFile(resolve(file)) };
}

function both(family: string, subset: string): Face[] {
  return [face(family, subset, 400), face(family, subset, 400, 'italic')];
}

function face(family: string, subset: string, weight: number, style: Face['style'] = 'normal') {
  const file = `@fontsource/${family}/files/${family}-${subset}-${weight}-${style}.woff`;
  return { name: `${family}-${subset}`, style, file };
}
