import { clampChroma, converter, formatHex, parse, wcagContrast } from 'culori';

/** The site's one colour, as it can be read on the paper of each scheme. */
export interface Accent {
  light: string;
  dark: string;
}

/** `--paper` in `src/styles/tokens.css`. */
const papers = { light: '#f9f5ed', dark: '#1a1714' };
/** Well above the 4.5 that WCAG 2.2, 1.4.3 asks for, since links are also set small. */
const leastContrast = 6;
const step = 0.01;

const toOklch = converter('oklch');

/**
 * Keeps hue and chroma, and changes the lightness no further than it takes to be read.
 * @param colour Any CSS colour that `parse` of culori knows.
 */
export function toAccent(colour: string): Accent {
  return {
    light: readable(colour, papers.light, -step),
    dark: readable(colour, papers.dark, step),
  };
}

function readable(colour: string, paper: string, by: number): string {
  const written = toOklch(parse(colour));
  if (!written) throw new Error(`The schema accepted the invalid colour ${colour}.`);
  for (let l = written.l; l > 0 && l < 1; l += by) {
    const hex = formatHex(clampChroma({ ...written, l }, 'oklch'));
    if (wcagContrast(hex, paper) >= leastContrast) return hex;
  }
  return by < 0 ? '#000000' : '#ffffff';
}
