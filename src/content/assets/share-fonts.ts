import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ShareFont } from '../../model/site/share-card.ts';

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
