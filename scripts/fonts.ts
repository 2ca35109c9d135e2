import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { cuts, fontFile, slices, typefaces, type Slice } from '../src/styles/typefaces.ts';
import { root } from './project-node.mjs';

// Makes the files in src/styles/fonts from the packages of @fontsource-variable: one optical size,
// fixed weights, and slices small enough that a page in English fetches 12 KB a cut.

const folder = join(root, 'src', 'styles', 'fonts');
const require = createRequire(import.meta.url);

/** What the style sheets use: kerning, ligatures, old-style and tabular figures, accents. */
const keepFeatures = [
  'ccmp',
  'kern',
  'liga',
  'lnum',
  'locl',
  'mark',
  'mkmk',
  'onum',
  'pnum',
  'tnum',
];
/** In points, between text and headings. */
const opsz = 20;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { id } of Object.values(typefaces)) {
  const source = (name: string) => require.resolve(`@fontsource-variable/${id}/${name}`);
  writeFileSync(join(folder, `${id}.LICENSE`), readFileSync(source('LICENSE')));
  for (const slice of Object.keys(slices) as Slice[]) {
    for (const cut of cuts) {
      const subset = slice === 'latin-ext' ? slice : 'latin';
      const font = readFileSync(source(`files/${id}-${subset}-opsz-${cut.style}.woff2`));
      const variationAxes = { opsz, wght: cut.weight };
      const options = { targetFormat: 'woff2', keepFeatures, variationAxes } as const;
      const made = await subsetFont(font, charactersIn(slices[slice]), options);
      writeFileSync(join(folder, fontFile(id, slice, cut)), made);
      console.log(`${String(made.length).padStart(6)}  ${fontFile(id, slice, cut)}`);
    }
  }
}

/** Every character of a CSS `unicode-range`. */
function charactersIn(range: string): string {
  return range
    .split(', ')
    .flatMap((part) => {
      const [first = 0, last = first] = part
        .slice(2)
        .split('-')
        .map((digits) => parseInt(digits, 16));
      return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
    })
    .join('');
}
