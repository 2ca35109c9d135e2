import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ShareFont } from '../../model/site/share-card.ts';

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

const { resolve } = createRequire(import.meta.url);

/** Returns the fonts of share images, which are read from the installed packages once. */
export function loadShareFonts(): Promise<ShareFont[]> {
  fonts ??= Promise.all(fontFiles.map(loadFace));
  return fonts;
}

async function loadFace({ file, ...face }: FontFile): Promise<ShareFont> {
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
