import { palette } from '../sample-page.ts';
import { eigenpairs, type Matrix } from './eigenvalues.ts';
import { createRandom } from './random.ts';
import { axes, svgImage, text } from './svg.ts';

const size = 96;
const shades = 32;

/** Returns the tangent kernel of a two-layer ReLU network on unit vectors in three groups. */
export function kernelMatrix(): Matrix {
  const { normal } = createRandom(5);
  const centres = Array.from({ length: 3 }, () => Array.from({ length: 6 }, normal));
  const inputs = Array.from({ length: size }, (_, i) => {
    const centre = centres[Math.floor((i * 3) / size)] ?? [];
    const vector = centre.map((value) => value + 0.45 * normal());
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  });
  return inputs.map((a) =>
    inputs.map((b) => tangentKernel(a.reduce((sum, value, d) => sum + value * (b[d] ?? 0), 0))),
  );
}

/** Returns the kernel of two unit vectors with the given cosine; 2 if they are equal. */
function tangentKernel(cosine: number): number {
  const u = Math.min(1, Math.max(-1, cosine));
  const derivative = (Math.PI - Math.acos(u)) / Math.PI;
  const output = u * derivative + Math.sqrt(1 - u * u) / Math.PI;
  return u * derivative + output;
}

/** Draws the kernel matrix as shades of ink, next to its spectrum. */
export function tangentKernelFigure(): string {
  const matrix = kernelMatrix();
  const side = 800;
  const cell = side / size;
  const values = matrix.flat();
  const low = Math.min(...values);
  /** The outlines of all cells of one shade, by its number. */
  const cells = Array.from({ length: shades + 1 }, () => '');
  values.forEach((value, k) => {
    const [i, j] = [Math.floor(k / size), k % size];
    const shade = Math.round(shades * ((value - low) / (2 - low)) ** 1.15);
    const [x, y] = [70 + j * cell, 100 + i * cell].map((corner) => corner.toFixed(1));
    cells[shade] += `M${x} ${y}h8.4v8.4h-8.4z`;
  });
  const ink = cells.map((path, shade) => {
    const share = Math.round((100 * shade) / shades);
    return `<path d="${path}" fill="color-mix(in srgb, ${palette.ink} ${share}%, ${palette.paper})"/>`;
  });
  const frame = axes(
    { from: 0, to: 96, ticks: [1, 32, 64, 96], label: 'rank' },
    { from: -2, to: 2, ticks: [], label: 'eigenvalue' },
    { left: 1080, top: 160, right: 1540, bottom: 800 },
  );
  const powers = [-2, -1, 0, 1, 2].map((power) => {
    const [x, y] = frame.at(0, power);
    const label = `10<tspan dy="-14" font-size="26">${power < 0 ? '−' : ''}${Math.abs(power)}</tspan>`;
    return `<path d="M${x - 12} ${y}H${x}" stroke="${palette.ink}" stroke-width="2"/>${text(x - 22, y + 14, label, `text-anchor="end" fill="${palette.muted}"`)}`;
  });
  const dots = eigenpairs(matrix).map(({ value }, i) => {
    const [x, y] = frame.at(i + 1, Math.log10(value));
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="5.5" fill="${palette.accent}"/>`;
  });
  return svgImage(
    1600,
    1000,
    `<g shape-rendering="crispEdges">${ink.join('')}</g>
<rect x="70" y="100" width="${side}" height="${side}" fill="none" stroke="${palette.ink}" stroke-width="2"/>
${frame.svg}${powers.join('')}${dots.join('')}`,
  );
}
