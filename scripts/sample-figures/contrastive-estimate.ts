import { palette } from '../sample-page.ts';
import { createRandom } from './random.ts';
import { axes, italic, line, svgImage, range, text } from './svg.ts';

const dimensions = 4;
const batchSizes = [8, 32, 128, 512];

/**
 * Returns the mean contrastive estimate, in nats, over batches of `size` pairs of Gaussian vectors with the
 * given mutual information, when the critic is the true log density ratio.
 */
function estimate(information: number, size: number, seed: number): number {
  const { normal } = createRandom(seed);
  const batches = Math.ceil(12_000 / size);
  const noise2 = Math.exp((-2 * information) / dimensions);
  const rho = Math.sqrt(1 - noise2);
  let sum = 0;
  for (let batch = 0; batch < batches; batch++) {
    const xs = Array.from({ length: size }, () => Array.from({ length: dimensions }, normal));
    const ys = xs.map((x) => x.map((value) => rho * value + Math.sqrt(noise2) * normal()));
    const critic = (x: number[], y: number[]) =>
      y.reduce((score, b, d) => score + b * b - (b - rho * (x[d] ?? 0)) ** 2 / noise2, 0) / 2;
    xs.forEach((x, i) => {
      const scores = ys.map((y) => critic(x, y));
      const top = Math.max(...scores);
      const total = scores.reduce((acc, score) => acc + Math.exp(score - top), 0);
      sum += (scores[i] ?? 0) - top - Math.log(total / size);
    });
  }
  return sum / (batches * size);
}

/** Draws true information against its contrastive estimate, for several batch sizes. */
export function contrastiveEstimate(): string {
  const frame = axes(
    {
      from: 0,
      to: 10,
      ticks: [0, 2, 4, 6, 8, 10],
      label: `true ${italic('I')}(${italic('X')}; ${italic('Y')}) in nats`,
    },
    { from: 0, to: 8, ticks: [0, 2, 4, 6, 8], label: 'estimate in nats' },
    { left: 120, top: 110, right: 1330, bottom: 850 },
  );
  const curves = batchSizes.map((size, i) => {
    const points = range(0, 10, 40).map((x) => frame.at(x, estimate(x, size, 17 + i)));
    const [right, height] = frame.at(10, Math.log(size));
    return [
      line(
        [frame.at(Math.log(size), Math.log(size)), [right, height]],
        `style="stroke:${palette.faint};stroke-width:2;stroke-dasharray:3 9"`,
      ),
      line(points, 'style="stroke-width:4"'),
      text(right + 22, height + 12, `${italic('K')} = ${size}`),
    ].join('\n');
  });
  const truth = line(
    [frame.at(0, 0), frame.at(8, 8)],
    `style="stroke:${palette.accent};stroke-width:5"`,
  );
  const [x, y] = frame.at(7.35, 7.55);
  const label = text(
    x - 20,
    y,
    'the truth',
    `text-anchor="end" font-style="italic" fill="${palette.accent}"`,
  );
  return svgImage(1600, 1000, [frame.svg, truth, label, ...curves].join('\n'));
}
