import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { selectKatexRules } from './katex-parts.ts';

/** A part of one of KaTeX's fonts. */
export interface KatexSlice {
  /** In `src/styles/fonts/`. */
  file: string;
  /** A CSS `unicode-range`: the characters for which a page fetches the file. */
  range: string;
}

const brackets = 'U+28, U+29, U+5B, U+5D, U+7B, U+7D, U+221A';
const sums = 'U+220F, U+2211, U+222B';
const sets = 'U+22C2, U+22C3';
const greek =
  'U+3B1-3B5, U+3B7, U+3B8, U+3BB, U+3BC, U+3C0, U+3C1, U+3C3, U+3C4, U+3C6, U+3C8, U+3C9, U+3F5';

/**
 * The fonts that most formulas need, in parts. The whole font remains as a fallback for characters that
 * no part has. The first part of `Main` has digits, signs and the letters of log, max, exp and similar;
 * `Math` has Latin letters, then the Greek ones of most papers; the bold cuts have letters; `AMS` has
 * those of ℝ and 𝔼; `Size1` and `Size2` have brackets, sums and integrals.
 */
export const katexSlices: Record<string, KatexSlice[]> = {
  'KaTeX_Main-Regular': [
    {
      file: 'katex-main.woff2',
      range:
        'U+20, U+21, U+28-3F, U+5B, U+5D, U+5E, U+74, U+7B-7E, U+4B, U+4C, U+50, U+61, U+63-65, U+67, U+69, ' +
        'U+6C-70, U+72, U+73, U+75, U+76, U+78, U+A0, U+D7, U+200B, U+2026, U+2032, U+2061, ' +
        'U+2192, U+2208, U+2212, U+221E, U+2223, U+2225, U+223C, U+2248, U+2264, U+2265, U+22C5, U+22EF',
    },
    {
      file: 'katex-main-letters.woff2',
      range: 'U+41-4A, U+4D-4F, U+51-5A, U+62, U+66, U+68, U+6A, U+6B, U+71, U+77, U+79, U+7A',
    },
    { file: 'katex-main-greek.woff2', range: 'U+391-3A9' },
  ],
  'KaTeX_Math-Italic': [
    { file: 'katex-math.woff2', range: 'U+41-5A, U+61-7A' },
    { file: 'katex-math-greek.woff2', range: greek },
  ],
  'KaTeX_Main-Bold': [{ file: 'katex-main-bold.woff2', range: 'U+30-39, U+41-5A, U+61-7A' }],
  'KaTeX_Math-BoldItalic': [
    { file: 'katex-math-bold.woff2', range: 'U+41-5A, U+61-7A' },
    { file: 'katex-math-bold-greek.woff2', range: greek },
  ],
  'KaTeX_Size1-Regular': [
    { file: 'katex-size1.woff2', range: brackets },
    { file: 'katex-size1-sums.woff2', range: `${sums}, ${sets}` },
  ],
  'KaTeX_Size2-Regular': [
    { file: 'katex-size2.woff2', range: `${brackets}, ${sums}` },
    { file: 'katex-size2-sets.woff2', range: sets },
  ],
  'KaTeX_Size3-Regular': [{ file: 'katex-size3.woff2', range: brackets }],
  'KaTeX_Size4-Regular': [{ file: 'katex-size4.woff2', range: brackets }],
  'KaTeX_Caligraphic-Regular': [
    {
      file: 'katex-caligraphic.woff2',
      range: 'U+41, U+43-46, U+48, U+4C, U+4E-50, U+53, U+54, U+58-5A',
    },
  ],
  'KaTeX_AMS-Regular': [{ file: 'katex-ams.woff2', range: 'U+43-45, U+48, U+4E, U+50-52, U+5A' }],
};

const folder = fileURLToPath(new URL('./fonts/', import.meta.url));

/**
 * Returns a Vite plugin that adds the parts of fonts to KaTeX's style sheet and splits the sheet in two:
 * with the query `?rare` it has the rules that few formulas need, otherwise the rest. Fonts are published
 * as WOFF2 only, which every browser supports that can show the site: the other two formats would be two
 * thirds of the published files.
 */
export function katexFontsPlugin(): Plugin {
  return {
    name: 'lectern-katex-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]katex\.min\.css(\?|$)/.test(id) || !code.includes('@font-face')) return undefined;
      const fontsPath = relative(dirname(id.replace(/\?.*$/, '')), folder).replaceAll('\\', '/');
      const css = selectKatexRules(code, /[?&]rare\b/.test(id) ? 'rare' : 'common');
      return css.replace(/,url\([^)]+\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, '').replace(
        /@font-face\{[^}]*fonts\/([\w-]+)\.woff2\)[^}]*\}/g,
        // The last face that has a character is used (CSS Fonts 4, 4.5).
        (face, font: string) =>
          [
            face,
            ...(katexSlices[font] ?? []).map((slice) => toSliceFace(face, fontsPath, slice)),
          ].join(''),
      );
    },
  };
}

/** Returns a copy of an `@font-face` rule for one part of its font. */
function toSliceFace(face: string, fontsPath: string, { file, range }: KatexSlice): string {
  const withUrl = face.replace(/url\([^)]*\)/, `url(${fontsPath}/${file})`);
  return withUrl.replace(/\}$/, `;unicode-range:${range.replaceAll(', ', ',')}}`);
}
