import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../scripts/project-node.mjs';
import { typefaceNames } from '../src/schema/site-values.ts';
import { katexSlices } from '../src/styles/katex-fonts.ts';
import { cuts, fontFile, slices, typefaces, type Slice } from '../src/styles/typefaces.ts';

const isThere = (file: string) => existsSync(join(root, 'src/styles/fonts', file));

/** The code points of a CSS `unicode-range`. */
function pointsIn(range: string): number[] {
  return range.split(', ').flatMap((part) => {
    const [first = 0, last = first] = part
      .slice(2)
      .split('-')
      .map((digits) => parseInt(digits, 16));
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}

test('every typeface that can be chosen has its files (npm run fonts)', () => {
  expect(Object.keys(typefaces)).toEqual([...typefaceNames]);
  for (const { id } of Object.values(typefaces)) {
    for (const cut of cuts) {
      for (const slice of Object.keys(slices) as Slice[]) {
        expect(isThere(fontFile(id, slice, cut)), fontFile(id, slice, cut)).toBe(true);
      }
    }
  }
});

test('a character is in one part of a face', () => {
  const points = Object.values(slices).flatMap(pointsIn);
  expect(new Set(points).size).toBe(points.length);
  for (const letter of 'aZ09é“łẞ—@') expect(points).toContain(letter.codePointAt(0));
});

test.each(Object.entries(katexSlices))('the parts of %s share no character', (_, parts) => {
  const points = parts.flatMap(({ range }) => pointsIn(range));
  expect(new Set(points).size).toBe(points.length);
  for (const { file } of parts) expect(isThere(file), file).toBe(true);
});
