import { palette } from '../sample-page.ts';
import { createRandom } from './random.ts';
import { svgImage, text } from './svg.ts';

const pairs = 28;

/** Angles of both members of every pair: the partner of i is i + pairs. */
type Angles = number[];

/** Creates two loose clusters of pairs on the circle, with distant partners. */
function createPairs(): Angles {
  const { uniform, normal } = createRandom(11);
  const middles = Array.from(
    { length: pairs },
    () => (uniform() < 0.6 ? -0.5 : 2.4) + 0.6 * normal(),
  );
  const offsets = middles.map(() => 0.9 * normal());
  return [
    ...middles.map((angle, i) => angle + (offsets[i] ?? 0)),
    ...middles.map((angle, i) => angle - (offsets[i] ?? 0)),
  ];
}

/** Runs gradient descent on the squared distance of partners, plus `push` times a repulsion of all points. */
function descend(angles: Angles, push: number): Angles {
  let current = angles;
  for (let step = 0; step < 4000; step++) {
    current = current.map((angle, i) => {
      const partner = current[(i + pairs) % (2 * pairs)] ?? 0;
      let weights = 0;
      let force = 0;
      for (const neighbour of current) {
        const weight = Math.exp(25 * (Math.cos(angle - neighbour) - 1));
        weights += weight;
        force += weight * Math.sin(angle - neighbour);
      }
      return angle - 0.02 * Math.sin(angle - partner) + (0.02 * push * force) / weights;
    });
  }
  return current;
}

/** Draws three circles: before, after pulling, after pulling and pushing. */
export function twoViews(): string {
  const before = createPairs();
  const panels: [string, Angles][] = [
    ['at the start', before],
    ['pull', descend(before, 0)],
    ['pull and push', descend(before, 1)],
  ];
  return svgImage(
    1600,
    1000,
    panels.map(([name, angles], i) => circle(name, angles, 278 + 522 * i)).join(''),
  );
}

function circle(name: string, angles: Angles, centre: number): string {
  const radius = 236;
  const middle = 455;
  const at = (angle: number) =>
    [centre + radius * Math.cos(angle), middle - radius * Math.sin(angle)]
      .map((v) => v.toFixed(1))
      .join(' ');
  const points = angles.map((angle) => at(angle));
  const chords = points.slice(0, pairs).map((from, i) => `M${from}L${points[i + pairs] ?? from}`);
  const dots = points.map((point) => `M${point}h0`);
  return [
    `<circle cx="${centre}" cy="${middle}" r="${radius}" fill="none" stroke="${palette.faint}" stroke-width="2"/>`,
    `<path d="${chords.join('')}" stroke="${palette.accent}" stroke-width="2.5"/>`,
    `<path d="${dots.join('')}" stroke="${palette.ink}" stroke-width="15" stroke-linecap="round"/>`,
    text(
      centre,
      middle + radius + 110,
      name,
      'text-anchor="middle" font-style="italic" font-size="42"',
    ),
  ].join('\n');
}
