import { palette } from '../sample-page.ts';
import { eigenpairs } from './eigenvalues.ts';
import { createRandom } from './random.ts';
import { axes, italic, line, svgImage, range, text } from './svg.ts';
import { kernelMatrix } from './tangent-kernel.ts';

/** Draws the nats in the weights of the wide network over training time: the linear term and the labels' share. */
export function informationGrowth(): string {
  const kernel = kernelMatrix();
  const pairs = eigenpairs(kernel);
  const trace = kernel.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  const groups = kernel.map((_, i) => (i < kernel.length / 3 ? 1 : -1));
  const { uniform } = createRandom(23);
  const shuffled = groups
    .map((label) => ({ label, place: uniform() }))
    .sort((a, b) => a.place - b.place)
    .map(({ label }) => label);

  /** Returns half the squared distance that the mean of the weights has moved at time t. */
  const createMovement = (labels: number[]) => {
    const shares = pairs.map(({ value, vector }) => {
      const coordinate = vector.reduce((sum, entry, i) => sum + entry * (labels[i] ?? 0), 0);
      return { value, weight: coordinate ** 2 / value };
    });
    return (t: number) =>
      0.5 *
      shares.reduce((sum, { value, weight }) => sum + weight * (1 - Math.exp(-value * t)) ** 2, 0);
  };

  const frame = axes(
    { from: -3, to: 3, ticks: [], label: `training time ${italic('t')}` },
    { from: -2, to: 6, ticks: [], label: 'nats' },
    { left: 150, top: 110, right: 1180, bottom: 850 },
  );
  const times = range(-3, 3, 120);
  const curve = (nats: (t: number) => number, name: string, style: string, colour: string) => {
    const points = times.map((power) => frame.at(power, Math.log10(nats(10 ** power))));
    const [, end] = points.at(-1) ?? [0, 0];
    return (
      line(
        points.filter(([, y]) => y <= 850),
        `style="${style}"`,
      ) + text(1204, end + 12, name, `fill="${colour}"`)
    );
  };
  return svgImage(
    1600,
    1000,
    [
      frame.svg,
      ...[-2, 0, 2].map((power) => label(frame.at(power, -2), power, [0, 52], 'middle')),
      ...[-2, 0, 2, 4, 6].map((power) => label(frame.at(-3, power), power, [-24, 14], 'end')),
      curve(
        (t) => t * trace,
        `${italic('ηt')} tr ${italic('Θ')}`,
        `stroke-width:5;stroke:${palette.accent}`,
        palette.accent,
      ),
      curve(
        createMovement(shuffled),
        'labels shuffled',
        'stroke-width:4;stroke-dasharray:4 10',
        palette.ink,
      ),
      curve(createMovement(groups), 'labels by group', 'stroke-width:4', palette.ink),
    ].join('\n'),
  );
}

/** Draws a power of ten next to its tick. */
function label(
  [x, y]: readonly [number, number],
  power: number,
  [dx, dy]: [number, number],
  anchor: string,
) {
  const exponent = `<tspan dy="-14" font-size="26">${power < 0 ? '−' : ''}${Math.abs(power)}</tspan>`;
  const tick = anchor === 'end' ? `M${x - 12} ${y}h12` : `M${x} ${y}v12`;
  return `<path d="${tick}" stroke="${palette.ink}" stroke-width="2"/>${text(x + dx, y + dy, `10${exponent}`, `text-anchor="${anchor}" fill="${palette.muted}"`)}`;
}
