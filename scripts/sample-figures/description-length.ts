import { palette } from '../sample-page.ts';
import { createRandom } from './random.ts';
import { axes, italic, line, svgImage, text } from './svg.ts';

const count = 40;
const degrees = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Returns the bits of a two-part code for noisy points on a cubic, for each degree of the fitted polynomial. */
function codeLengths(): { model: number; data: number }[] {
  const { normal } = createRandom(3);
  const xs = Array.from({ length: count }, (_, i) => -1 + (2 * i) / (count - 1));
  const ys = xs.map((x) => 2.4 * x ** 3 - 0.5 * x + 0.4 + 0.1 * normal());
  let residual = ys;
  const basis: number[][] = [];
  return degrees.map((degree) => {
    const column = orthogonal(
      xs.map((x) => x ** degree),
      basis,
    );
    basis.push(column);
    const slope = dot(residual, column);
    residual = residual.map((value, i) => value - slope * (column[i] ?? 0));
    const variance = dot(residual, residual) / count;
    return {
      model: ((degree + 1) / 2) * Math.log2(count),
      data: (count / 2) * Math.log2(2 * Math.PI * Math.E * variance) + count * Math.log2(20),
    };
  });
}

/** Makes a vector orthogonal to the basis (twice, for accuracy) and of length one. */
function orthogonal(vector: number[], basis: number[][]): number[] {
  for (const column of [...basis, ...basis]) {
    const overlap = dot(vector, column);
    vector = vector.map((value, i) => value - overlap * (column[i] ?? 0));
  }
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** Draws the lengths of the two parts and of their sum against the degree. */
export function descriptionLength(): string {
  const lengths = codeLengths();
  const frame = axes(
    { from: 0, to: 10, ticks: [0, 2, 4, 6, 8, 10], label: 'degree of the polynomial' },
    { from: 0, to: 250, ticks: [0, 50, 100, 150, 200, 250], label: 'bits' },
    { left: 140, top: 110, right: 1300, bottom: 850 },
  );
  const curve = (
    getLength: (length: { model: number; data: number }) => number,
    name: string,
    style: string,
  ) => {
    const points = lengths.map((length, degree) => frame.at(degree, getLength(length)));
    const [, y] = points.at(-1) ?? [0, 0];
    return line(points, `style="${style}"`) + text(1326, y + 12, name);
  };
  const best = lengths.reduce((a, b) => (a.model + a.data <= b.model + b.data ? a : b));
  const [x, y] = frame.at(lengths.indexOf(best), best.model + best.data);
  const mutedStyle = `stroke-width:3;stroke:${palette.muted}`;
  return svgImage(
    1600,
    1000,
    [
      frame.svg,
      curve((length) => length.data, `${italic('L')}(${italic('D')} | ${italic('H')})`, mutedStyle),
      curve(
        (length) => length.model,
        `${italic('L')}(${italic('H')})`,
        `${mutedStyle};stroke-dasharray:4 10`,
      ),
      curve((length) => length.model + length.data, 'their sum', 'stroke-width:5'),
      `<circle cx="${x}" cy="${y}" r="13" fill="${palette.accent}"/>`,
    ].join('\n'),
  );
}
