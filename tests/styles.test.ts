import katex from 'katex';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../scripts/project-node.mjs';
import { typefaceNames } from '../src/schema/site.ts';
import { katexSlices } from '../src/styles/katex-fonts.ts';
import { katexPart, rareKatexClasses } from '../src/styles/katex-parts.ts';
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
  expect(typefaceNames.length * cuts.length * Object.keys(slices).length).toBeGreaterThan(20);
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

test('the faces of KaTeX are in parts', () => {
  expect(Object.keys(katexSlices).length).toBeGreaterThan(1);
});

test.each(Object.entries(katexSlices))('the parts of %s share no character', (_, parts) => {
  const points = parts.flatMap(({ range }) => pointsIn(range));
  expect(points.length).toBeGreaterThan(0);
  expect(new Set(points).size).toBe(points.length);
  for (const { file } of parts) expect(isThere(file), file).toBe(true);
});

describe('the style sheet of KaTeX', () => {
  const css = readFileSync(join(root, 'node_modules/katex/dist/katex.min.css'), 'utf8');
  const [common, rare] = [katexPart(css, 'common'), katexPart(css, 'rare')];
  const classesOf = (formula: string) =>
    new Set(
      [...katex.renderToString(formula).matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) =>
        names.split(' '),
      ),
    );

  /** Each selector with its declarations. */
  const rules = (sheet: string) =>
    [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
      .flatMap(([, selectors = '', body = '']) =>
        selectors.split(',').map((one) => `${one}{${body}}`),
      )
      .sort();

  test('is in two parts, and nothing is lost or said twice', () => {
    expect([...rules(common), ...rules(rare)].sort()).toEqual(rules(css));
    expect(rare.length).toBeGreaterThan(css.length / 2);
  });

  test('has a class to tell that the rare part is needed in each of its rules', () => {
    const selectors = rules(rare.replaceAll(/@font-face\{[^}]*\}/g, ''));
    const known = new Set(rareKatexClasses);
    expect(selectors.length).toBeGreaterThan(50);
    const silent = selectors.filter(
      (one) => ![...one.matchAll(/\.([\w-]+)/g)].some(([, name = '']) => known.has(name)),
    );
    expect(silent).toEqual([]);
  });

  test.each([
    'I(W;S) \\le \\sqrt{\\frac{2}{n}} \\log \\hat{p}^{x_i}',
    '\\sum_{i=1}^n \\left[\\mathbb{E} \\mathcal{L}_{\\boldsymbol{\\theta}} \\mathbf{x}\\right] \\text{if } a',
    '\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} \\overline{x} \\underbrace{y}_{z}',
  ])('%s needs the common part alone', (formula) => {
    expect(rareKatexClasses.filter((name) => classesOf(formula).has(name))).toEqual([]);
  });

  test.each([
    '\\mathfrak{g}',
    '\\mathscr{F}',
    '\\mathsf{X}',
    '\\Large x',
    '\\boxed{x}',
    '\\textit{x}',
  ])('%s needs the rare part', (formula) => {
    expect(rareKatexClasses.some((name) => classesOf(formula).has(name))).toBe(true);
  });
});
