import { palette } from '../sample-page.ts';
import { axes, italic, line, svgImage, range, text, type Point } from './svg.ts';

/** Squared correlation of the two Gaussian variables. */
const rho2 = 0.9975;

/**
 * Returns the largest I(T;Y), in bits, that a representation with the given I(X;T) can reach when X and Y
 * are jointly Gaussian: the best T is then X with Gaussian noise.
 */
function limit(informationOnInput: number): number {
  return -0.5 * Math.log2(1 - rho2 * (1 - 2 ** (-2 * informationOnInput)));
}

/** Draws the information plane with its exact limit and three schematic paths. */
export function informationPlane(): string {
  const frame = axes(
    {
      from: 0,
      to: 10,
      ticks: [0, 2, 4, 6, 8, 10],
      label: `${italic('I')}(${italic('X')}; ${italic('T')}) in bits`,
    },
    {
      from: 0,
      to: 5,
      ticks: [0, 1, 2, 3, 4, 5],
      label: `${italic('I')}(${italic('T')}; ${italic('Y')}) in bits`,
    },
    { left: 130, top: 110, right: 1530, bottom: 850 },
  );
  const boundary = range(0, 10, 120).map((x) => frame.at(x, limit(x)));
  const unreachable = [...boundary, frame.at(10, 5), frame.at(0, 5)];
  const paths = [
    layer('first layer', [
      [8.6, 1.5],
      [9.0, 2.4],
      [9.15, 3.2],
      [8.95, 3.75],
      [8.5, 3.98],
      [8.1, 4.05],
    ]),
    layer('middle layer', [
      [5.6, 0.95],
      [6.5, 1.7],
      [7.15, 2.6],
      [7.05, 3.35],
      [6.4, 3.75],
      [5.75, 3.88],
    ]),
    layer('last layer', [
      [2.5, 0.4],
      [3.6, 1.05],
      [4.75, 1.9],
      [5.1, 2.75],
      [4.7, 3.3],
      [3.95, 3.42],
    ]),
  ];
  return svgImage(
    1600,
    1000,
    `<defs>
<pattern id="hatch" width="11" height="11" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line y2="11" stroke="${palette.faint}" stroke-width="1.4"/></pattern>
<marker id="arrow" viewBox="0 0 10 10" refX="7" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 .5 9.5 5 0 9.5 2.5 5z" fill="${palette.ink}"/></marker>
</defs>
${line(unreachable, 'style="stroke:none;fill:url(#hatch)"')}
${line(boundary, `style="stroke:${palette.accent};stroke-width:5"`)}
<rect x="375" y="200" width="262" height="62" fill="${palette.paper}"/>
${text(506, 243, 'out of reach', `text-anchor="middle" font-style="italic" fill="${palette.muted}"`)}
${paths.join('\n')}
${frame.svg}`,
  );

  function layer(name: string, points: Point[]): string {
    const [start, ...rest] = points.map(([x, y]) => frame.at(x, y));
    if (!start) return '';
    return [
      `<path d="${smooth([start, ...rest])}" fill="none" stroke="${palette.ink}" stroke-width="3.5" marker-end="url(#arrow)"/>`,
      `<circle cx="${start[0]}" cy="${start[1]}" r="9" fill="${palette.paper}" stroke="${palette.ink}" stroke-width="3"/>`,
      text(start[0] + 26, start[1] + 13, name, 'font-style="italic"'),
    ].join('');
  }
}

/** Returns a Catmull-Rom curve through the points, as cubic Bézier segments. */
function smooth(points: Point[]): string {
  const at = (i: number): Point => points[Math.min(Math.max(i, 0), points.length - 1)] ?? [0, 0];
  const segments = points.slice(1).map((end, i) => {
    const [before, start, after] = [at(i - 1), at(i), at(i + 2)];
    const tangent = (from: Point, to: Point, axis: 0 | 1) => (to[axis] - from[axis]) / 6;
    return `C${start[0] + tangent(before, end, 0)} ${start[1] + tangent(before, end, 1)} ${end[0] - tangent(start, after, 0)} ${end[1] - tangent(start, after, 1)} ${end[0]} ${end[1]}`;
  });
  return `M${at(0)[0]} ${at(0)[1]}${segments.join('')}`;
}
