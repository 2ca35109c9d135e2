import katex from 'katex';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/project-node.mjs';
import { typefaceNames } from '../../src/schema/site.ts';
import { katexSlices } from '../../src/styles/katex-fonts.ts';
import { selectKatexRules, rareKatexClasses } from '../../src/styles/katex-parts.ts';
import { cuts, fontFileName, slices, typefaces, type Slice } from '../../src/styles/typefaces.ts';

const fontExists = (file: string) => existsSync(join(root, 'src/styles/fonts', file));

/** Returns the code points of a CSS `unicode-range`. */
function parseRange(range: string): number[] {
  return range.split(', ').flatMap((part) => {
    const [first = 0, last = first] = part
      .slice(2)
      .split('-')
      .map((digits) => parseInt(digits, 16));
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}

test('every available typeface has its files (npm run fonts)', () => {
  expect(Object.keys(typefaces)).toEqual([...typefaceNames]);
  expect(typefaceNames.length * cuts.length * Object.keys(slices).length).toBeGreaterThan(20);
  for (const { id } of Object.values(typefaces)) {
    for (const cut of cuts) {
      for (const slice of Object.keys(slices) as Slice[]) {
        expect(fontExists(fontFileName(id, slice, cut)), fontFileName(id, slice, cut)).toBe(true);
      }
    }
  }
});

test('each character is in one slice of a font', () => {
  const points = Object.values(slices).flatMap(parseRange);
  expect(new Set(points).size).toBe(points.length);
  for (const letter of 'aZ09é“łẞ—@') expect(points).toContain(letter.codePointAt(0));
});

test('the fonts of KaTeX are split', () => {
  expect(Object.keys(katexSlices).length).toBeGreaterThan(1);
});

test.each(Object.entries(katexSlices))('the slices of %s share no characters', (_, parts) => {
  const points = parts.flatMap(({ range }) => parseRange(range));
  expect(points.length).toBeGreaterThan(0);
  expect(new Set(points).size).toBe(points.length);
  for (const { file } of parts) expect(fontExists(file), file).toBe(true);
});

describe('the style sheet of KaTeX', () => {
  const css = readFileSync(join(root, 'node_modules/katex/dist/katex.min.css'), 'utf8');
  const [common, rare] = [selectKatexRules(css, 'common'), selectKatexRules(css, 'rare')];
  const renderClasses = (formula: string) =>
    new Set(
      [...katex.renderToString(formula).matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) =>
        names.split(' '),
      ),
    );

  /** Returns each selector with its declarations. */
  const splitRules = (sheet: string) =>
    [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
      .flatMap(([, selectors = '', body = '']) =>
        selectors.split(',').map((selector) => `${selector}{${body}}`),
      )
      .sort();

  test('is split into two parts without loss or duplication', () => {
    expect([...splitRules(common), ...splitRules(rare)].sort()).toEqual(splitRules(css));
    expect(rare.length).toBeGreaterThan(css.length / 2);
  });

  test('has a class in each rule of the rare part that shows that it is needed', () => {
    const selectors = splitRules(rare.replaceAll(/@font-face\{[^}]*\}/g, ''));
    const rareClasses = new Set(rareKatexClasses);
    expect(selectors.length).toBeGreaterThan(50);
    const unmarked = selectors.filter(
      (selector) =>
        ![...selector.matchAll(/\.([\w-]+)/g)].some(([, name = '']) => rareClasses.has(name)),
    );
    expect(unmarked).toEqual([]);
  });

  test.each([
    'I(W;S) \\le \\sqrt{\\frac{2}{n}} \\log \\hat{p}^{x_i}',
    '\\sum_{i=1}^n \\left[\\mathbb{E} \\mathcal{L}_{\\boldsymbol{\\theta}} \\mathbf{x}\\right] \\text{if } a',
    '\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} \\overline{x} \\underbrace{y}_{z}',
  ])('%s needs only the common part', (formula) => {
    expect(rareKatexClasses.filter((name) => renderClasses(formula).has(name))).toEqual([]);
  });

  test.each([
    '\\mathfrak{g}',
    '\\mathscr{F}',
    '\\mathsf{X}',
    '\\Large x',
    '\\boxed{x}',
    '\\textit{x}',
  ])('%s needs the rare part', (formula) => {
    expect(rareKatexClasses.some((name) => renderClasses(formula).has(name))).toBe(true);
  });
});
