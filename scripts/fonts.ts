import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { katexSlices } from '../src/styles/katex-fonts.ts';
import {
  cuts,
  fontFileName,
  slices,
  typefaces,
  type Cut,
  type Slice,
} from '../src/styles/typefaces.ts';
import { root } from './project-node.mjs';
import { roundKerning } from './round-kerning.ts';

// Generates the files in src/styles/fonts from the packages of @fontsource-variable and of KaTeX: one
// optical size, fixed weights, no hints, and slices so small that a page loads 10 KB per cut.

const folder = join(root, 'src', 'styles', 'fonts');
const require = createRequire(import.meta.url);

/** The types of the package lack these options. */
type SubsetOptions = Parameters<typeof subsetFont>[2] & {
  keepFeatures: string[];
  noHinting?: true;
  keepAllGlyphs?: true;
};

/** Kerning, ligatures, proportional and tabular figures; the rest of Latin also needs mark positioning. */
const coreFeatures = ['kern', 'liga', 'pnum', 'tnum'];
const features = { core: coreFeatures, latin: [...coreFeatures, 'ccmp', 'locl', 'mark', 'mkmk'] };
/** The optical size in points, between text and headings. */
const opsz = 20;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { id } of Object.values(typefaces)) {
  copyLicence(`@fontsource-variable/${id}/LICENSE`, `${id}.LICENSE`);
  for (const cut of cuts) {
    for (const slice of Object.keys(slices) as Slice[]) await makeSlice(id, cut, slice);
  }
}
copyLicence('katex/LICENSE', 'katex.LICENSE');
for (const [font, parts] of Object.entries(katexSlices)) {
  const source = readFileSync(require.resolve(`katex/dist/fonts/${font}.woff2`));
  for (const { file, range } of parts)
    await write(file, source, listCharacters(range), { keepFeatures: [] });
}

async function makeSlice(id: string, cut: Cut, slice: Slice): Promise<void> {
  const subset = slice === 'latin-ext' ? slice : 'latin';
  const file = `@fontsource-variable/${id}/files/${id}-${subset}-opsz-${cut.style}.woff2`;
  const keepFeatures = features[slice === 'core' || slice === 'signs' ? 'core' : 'latin'];
  const options = { keepFeatures, variationAxes: { opsz, wght: cut.weight } };
  const characters = listCharacters(slices[slice]);
  await write(
    fontFileName(id, slice, cut),
    readFileSync(require.resolve(file)),
    characters,
    options,
  );
}

async function write(file: string, font: Buffer, characters: string, options: SubsetOptions) {
  const { keepFeatures } = options;
  const uncompressed: SubsetOptions = { ...options, targetFormat: 'truetype', noHinting: true };
  const rounded = await subsetFont(font, characters, uncompressed);
  roundKerning(rounded, 1 / 200);
  const compressed: SubsetOptions = { keepAllGlyphs: true, keepFeatures, targetFormat: 'woff2' };
  const subset = await subsetFont(rounded, '', compressed);
  writeFileSync(join(folder, file), subset);
  console.log(`${String(subset.length).padStart(6)}  ${file}`);
}

function copyLicence(from: string, to: string): void {
  writeFileSync(join(folder, to), readFileSync(require.resolve(from)));
}

/** Returns every character of a CSS `unicode-range`. */
function listCharacters(range: string): string {
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
