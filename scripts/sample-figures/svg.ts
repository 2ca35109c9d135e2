import { palette } from '../sample-page.ts';

export type Point = readonly [x: number, y: number];

/** The size of texts in user units. */
export const fontSize = 38;

/** Returns an SVG image of the given size in user units, with a paper background. */
export function svgImage(width: number, height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Newsreader, Georgia, 'Times New Roman', serif" font-size="${fontSize}" fill="${palette.ink}">
<rect width="${width}" height="${height}" fill="${palette.paper}"/>
${content}
</svg>
`;
}

/** Returns a line through the points. */
export function line(points: readonly Point[], attributes = ''): string {
  const path = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  return `<path d="${path}" fill="none" stroke="${palette.ink}" stroke-width="3" stroke-linejoin="round" ${attributes}/>`;
}

/** Returns text at a point. `markup` may contain `<tspan>`. */
export function text(x: number, y: number, markup: string, attributes = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" ${attributes}>${markup}</text>`;
}

/** Returns an italic letter or word, for variables. */
export function italic(markup: string): string {
  return `<tspan font-style="italic">${markup}</tspan>`;
}

export interface Axis {
  from: number;
  to: number;
  ticks: number[];
  /** Markup under the horizontal axis, or above the vertical one. */
  label: string;
}

/** Returns a frame of two thin axes; `at` converts data coordinates to image coordinates. */
export function axes(
  x: Axis,
  y: Axis,
  box: { left: number; top: number; right: number; bottom: number },
) {
  const toX = (value: number) =>
    box.left + ((value - x.from) / (x.to - x.from)) * (box.right - box.left);
  const toY = (value: number) =>
    box.bottom - ((value - y.from) / (y.to - y.from)) * (box.bottom - box.top);
  const thin = 'style="stroke-width:2"';
  const svg = [
    line(
      [
        [box.left, box.top],
        [box.left, box.bottom],
        [box.right, box.bottom],
      ],
      thin,
    ),
    ...x.ticks.flatMap((tick) => [
      line(
        [
          [toX(tick), box.bottom],
          [toX(tick), box.bottom + 12],
        ],
        thin,
      ),
      text(
        toX(tick),
        box.bottom + 52,
        `${tick}`.replace('-', '−'),
        `text-anchor="middle" fill="${palette.muted}"`,
      ),
    ]),
    ...y.ticks.flatMap((tick) => [
      line(
        [
          [box.left - 12, toY(tick)],
          [box.left, toY(tick)],
        ],
        thin,
      ),
      text(box.left - 24, toY(tick) + 12, `${tick}`, `text-anchor="end" fill="${palette.muted}"`),
    ]),
    text(box.right, box.bottom + 108, x.label, 'text-anchor="end"'),
    text(box.left - 12, box.top - 34, y.label),
  ].join('\n');
  return { svg, at: (px: number, py: number): Point => [toX(px), toY(py)] };
}

/** Returns `steps + 1` numbers from `from` to `to`, both included. */
export function range(from: number, to: number, steps: number): number[] {
  return Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
