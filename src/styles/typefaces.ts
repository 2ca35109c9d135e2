import { fileURLToPath } from 'node:url';

/** A typeface that a site may use. All are under the SIL Open Font License. */
export interface Typeface {
  name: string;
  /** The beginning of its files in `@fontsource-variable/<id>` and in `src/styles/fonts/`. */
  id: string;
  fallback: string;
}

export const typefaces = {
  newsreader: { name: 'Newsreader', id: 'newsreader', fallback: 'Georgia' },
  literata: { name: 'Literata', id: 'literata', fallback: 'Georgia' },
  'source-serif': { name: 'Source Serif 4', id: 'source-serif-4', fallback: 'Georgia' },
} as const satisfies Record<string, Typeface>;

export type TypefaceName = keyof typeof typefaces;

const accents = 'U+00DF-00F6, U+00F8-00FF, U+0131, U+0153';
const latin =
  'U+00A1-00B6, U+00B8-00D6, U+00D8-00DE, U+00F7, U+0152, U+02BB-02BC, U+02C6, U+02DA, ' +
  'U+02DC, U+0304, U+0308, U+0329, U+2000-2012, U+2015-2017, U+201A-201B, U+201E-2025, ' +
  'U+2027-206F, U+20AC, U+2122, U+2191, U+2193, U+2215, U+FEFF, U+FFFD';
const latinExt =
  'U+0100-0130, U+0132-0151, U+0154-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, ' +
  'U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, ' +
  'U+A720-A7FF';

/**
 * The parts of each face, which a browser fetches separately: English text needs `core` only, a name such
 * as Kraków the small `accents` too, a mail address the few `signs`. The ranges of the other parts are
 * those of the packages, without the characters of these three.
 */
export const slices = {
  core:
    'U+0020-0021, U+0026-0029, U+002B-003B, U+003F, U+0041-005B, U+005D, U+0061-007A, ' +
    'U+00A0, U+00B7, U+2013-2014, U+2018-2019, U+201C-201D, U+2026',
  signs:
    'U+0022-0025, U+002A, U+003C-003E, U+0040, U+005C, U+005E-0060, U+007B-007E, U+00D7, U+2212',
  accents,
  latin,
  'latin-ext': latinExt,
} as const;

export type Slice = keyof typeof slices;

/** The cuts that pages use; `npm run fonts` makes a file of each slice of each. */
export const cuts = [
  { style: 'normal', weight: 400 },
  { style: 'italic', weight: 400 },
  { style: 'normal', weight: 600 },
] as const;

export type Cut = (typeof cuts)[number];

/** Returns the name of a font file: `newsreader-core-normal-400.woff2`. */
export function fontFileName(id: string, slice: Slice, { style, weight }: Cut): string {
  return `${id}-${slice}-${style}-${weight}.woff2`;
}

/** What a font provider of Astro returns for one cut and slice. */
type Face = Cut & {
  src: { url: string }[];
  unicodeRange: string[];
  display: 'optional' | 'swap';
  meta: { subset: Slice };
};

/**
 * Returns the `fonts` option of Astro for one typeface, as the custom property `--font-text`.
 * @param folder The URL of `src/styles/fonts/`.
 */
export function fontOptions(name: TypefaceName, folder: URL) {
  const { id, name: family, fallback } = typefaces[name];
  return [
    {
      provider: createSliceProvider(id, folder),
      name: family,
      cssVariable: '--font-text' as const,
      fallbacks: [fallback, 'serif'],
      styles: ['normal', 'italic'] as const,
      weights: [400, 600] as const,
    },
  ];
}

/**
 * Returns a font provider of Astro that serves the files of one typeface, so that a page can preload
 * only `core`. If `core` is late, the page keeps the fallback for that visit, because a swap would move
 * the lines; letters of other parts are swapped in when they arrive.
 * @param folder The URL of `src/styles/fonts/`.
 */
function createSliceProvider(id: string, folder: URL) {
  const faces = cuts.flatMap((cut) =>
    (Object.keys(slices) as Slice[]).map((slice): Face => ({
      ...cut,
      src: [{ url: fileURLToPath(new URL(fontFileName(id, slice, cut), folder)) }],
      unicodeRange: slices[slice].split(', '),
      display: slice === 'core' && cut.weight === 400 ? 'optional' : 'swap',
      meta: { subset: slice },
    })),
  );
  return { name: 'lectern-slices', resolveFont: () => ({ fonts: faces }) };
}
