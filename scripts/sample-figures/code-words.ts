import { palette } from '../sample-page.ts';
import { axes, line, svgImage, text } from './svg.ts';

const step = 0.5;
const symbols = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5];

/** Returns the share of a normal distribution that is rounded to each multiple of the step. */
function shares(): number[] {
  const slices = 400;
  return symbols.map((symbol) => {
    const xs = Array.from({ length: slices }, (_, i) => (symbol + (i + 0.5) / slices - 0.5) * step);
    const sum = xs.reduce((total, x) => total + Math.exp((-x * x) / 2), 0);
    return ((sum * step) / slices) * (1 / Math.sqrt(2 * Math.PI));
  });
}

/** Draws a histogram of rounded weights, with the optimal length of the code word of each. */
export function codeWords(): string {
  const frame = axes(
    { from: -3, to: 3, ticks: [-2, -1, 0, 1, 2], label: `weight, in steps of ${step}` },
    { from: 0, to: 23, ticks: [0, 5, 10, 15, 20], label: 'per cent of the weights' },
    { left: 140, top: 110, right: 1500, bottom: 850 },
  );
  const bars = shares().map((share, i) => {
    const x = (symbols[i] ?? 0) * step;
    const [left, top] = frame.at(x - step / 2 + 0.03, 100 * share);
    const [right, bottom] = frame.at(x + step / 2 - 0.03, 0);
    const accent = symbols[i] === 0 ? palette.accent : palette.ink;
    const outline = [
      [left, bottom],
      [left, top],
      [right, top],
      [right, bottom],
    ] as const;
    const bits = (-Math.log2(share)).toFixed(1);
    return [
      line(outline, `style="fill:${palette.shade};stroke:${accent}"`),
      text((left + right) / 2, top - 20, bits, `text-anchor="middle" fill="${accent}"`),
    ].join('\n');
  });
  return svgImage(1600, 1000, [frame.svg, ...bars].join('\n'));
}
