import { clampChroma, converter, formatHex, parse, wcagContrast } from 'culori';
import { paperColours } from './paper-colours.ts';

/** The accent colour of the site, readable on the paper colour of each scheme. */
export interface Accent {
  light: string;
  dark: string;
}

/** Well above the 4.5 of WCAG 2.2, 1.4.3, because some links are small. */
const minContrast = 6;
const lightnessStep = 0.01;

const toOklch = converter('oklch');

/**
 * Returns a readable variant of a colour for each scheme. Hue and chroma stay, and the lightness changes
 * as little as possible.
 * @param colour Any CSS colour that `parse` of culori accepts.
 */
export function toAccent(colour: string): Accent {
  return {
    light: toReadableColour(colour, paperColours.light, -lightnessStep),
    dark: toReadableColour(colour, paperColours.dark, lightnessStep),
  };
}

function toReadableColour(colour: string, paper: string, step: number): string {
  const original = toOklch(parse(colour));
  if (!original) throw new Error(`The schema accepted the invalid colour ${colour}.`);
  for (let l = original.l; l > 0 && l < 1; l += step) {
    const hex = formatHex(clampChroma({ ...original, l }, 'oklch'));
    if (wcagContrast(hex, paper) >= minContrast) return hex;
  }
  return step < 0 ? '#000000' : '#ffffff';
}
