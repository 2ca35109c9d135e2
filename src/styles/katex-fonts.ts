import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** A part of one of KaTeX's fonts, and the characters for which a page fetches it. */
export interface KatexSlice {
  file: string;
  range: string;
  /** Holds every character of the font, though it is fetched for some alone. */
  whole?: true;
}

/**
 * The fonts that most formulas need, in parts: most formulas are set with the first.
 * `Main` begins with digits, signs and the letters of log, max, exp and their like; `Math` has its
 * letters, then Greek; `AMS` the letters of ℝ and 𝔼. The sizes are whole, without their hints.
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
      file: 'katex-main-rest.woff2',
      range:
        'U+22-27, U+40-4A, U+4D-4F, U+51-5A, U+5C, U+5F-60, U+62, U+66, U+68, U+6A, U+6B, U+71, ' +
        'U+77, U+79, U+7A, U+A1-D6, U+D8-200A, U+200C-2025, U+2027-2031, U+2033-2060, ' +
        'U+2062-2191, U+2193-2207, U+2209-2211, U+2213-221D, U+221F-2222, U+2224, U+2226-223B, ' +
        'U+223D-2247, U+2249-2263, U+2266-22C4, U+22C6-22EE, U+22F0-10FFFF',
      whole: true,
    },
  ],
  'KaTeX_Math-Italic': [
    { file: 'katex-math.woff2', range: 'U+41-5A, U+61-7A' },
    { file: 'katex-math-greek.woff2', range: 'U+131, U+237, U+391-3F6' },
  ],
  'KaTeX_Size1-Regular': [{ file: 'katex-size1.woff2', range: 'U+0-10FFFF', whole: true }],
  'KaTeX_Size2-Regular': [{ file: 'katex-size2.woff2', range: 'U+0-10FFFF', whole: true }],
  'KaTeX_AMS-Regular': [
    { file: 'katex-ams.woff2', range: 'U+41-5A' },
    { file: 'katex-ams-rest.woff2', range: 'U+0-40, U+5B-10FFFF', whole: true },
  ],
};

const folder = fileURLToPath(new URL('./fonts/', import.meta.url));

/**
 * Lets KaTeX's style sheet name the parts of its fonts. Of the other fonts only WOFF2 is kept, which
 * every browser reads that can show the site: the other two formats would be two thirds of what is
 * published.
 */
export function katexFonts(): Plugin {
  return {
    name: 'lectern-katex-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]katex\.min\.css(\?|$)/.test(id) || !code.includes('@font-face')) return undefined;
      const beside = relative(dirname(id.replace(/\?.*$/, '')), folder).replaceAll('\\', '/');
      return code
        .replace(/,url\([^)]+\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, '')
        .replace(
          /@font-face\{[^}]*fonts\/([\w-]+)\.woff2\)[^}]*\}/g,
          (face, font: string) =>
            (katexSlices[font] ?? [])
              .map(({ file, range }) => inPart(face, `${beside}/${file}`, range))
              .join('') || face,
        );
    },
  };
}

function inPart(face: string, url: string, range: string): string {
  const withUrl = face.replace(/url\([^)]*\)/, `url(${url})`);
  return withUrl.replace(/\}$/, `;unicode-range:${range.replaceAll(', ', ',')}}`);
}
