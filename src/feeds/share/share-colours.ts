import { maxLevel } from './glyph-mask.ts';

const paper = '#f9f5ed';
const hairline = '#cbbfac';
const inks = { strong: '#231e19', muted: '#675d52', accent: '#7b1e2c' };

/** The colour of a text. */
export type Ink = keyof typeof inks;

/** The colours of a share image as `[red, green, blue]`: paper, hairlines, and the tones of each ink. */
export const palette: readonly Rgb[] = [
  toRgb(paper),
  toRgb(hairline),
  ...Object.values(inks).flatMap(toTones),
];

export type Rgb = [red: number, green: number, blue: number];

/** The index of hairlines in the palette. Paper has index 0. */
export const hairlineIndex = 1;

/** Returns the index in the palette of an ink that covers `level` parts of a pixel, from 1 to `maxLevel`. */
export function toColourIndex(ink: Ink, level: number): number {
  return hairlineIndex + inkNames.indexOf(ink) * maxLevel + level;
}

const inkNames = Object.keys(inks);

/** Returns the mixtures of paper and ink, the full tone last. */
function toTones(ink: string): Rgb[] {
  const [from, to] = [toRgb(paper), toRgb(ink)];
  return Array.from({ length: maxLevel }, (_, i) => {
    const share = (i + 1) / maxLevel;
    return from.map((value, channel) =>
      Math.round(value + ((to[channel] as number) - value) * share),
    ) as Rgb;
  });
}

function toRgb(colour: string): Rgb {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as Rgb;
}
