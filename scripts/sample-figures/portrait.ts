import { palette } from '../sample-page.ts';
import { svgImage } from './svg.ts';

type Vector = readonly [x: number, y: number, z: number];

const width = 800;
const height = 1000;
const oval = { x: 400, y: 480, rx: 292, ry: 374 };
/** The distance between engraved lines, in pixels. */
const spacing = 6.5;

/** Draws a featureless bust, engraved in lines of varying weight inside an oval. */
export function portrait(): string {
  const figure: string[] = [];
  const background: string[] = [];
  for (let y = oval.y - oval.ry; y <= oval.y + oval.ry + 60; y += spacing) {
    const { figureRuns, backgroundRuns } = scanline(y);
    figure.push(...figureRuns);
    background.push(...backgroundRuns);
  }
  const ring = (grow: number, stroke: string, weight: number) =>
    `<ellipse cx="${oval.x}" cy="${oval.y}" rx="${oval.rx + grow}" ry="${oval.ry + grow}" fill="none" stroke="${stroke}" stroke-width="${weight}"/>`;
  return svgImage(
    width,
    height,
    `<clipPath id="oval"><ellipse cx="${oval.x}" cy="${oval.y}" rx="${oval.rx}" ry="${oval.ry}"/></clipPath>
<g clip-path="url(#oval)"><path d="${background.join('')}" fill="${palette.accent}"/><path d="${figure.join('')}"/></g>
${ring(0, palette.ink, 3)}${ring(16, palette.accent, 6)}${ring(28, palette.ink, 1.5)}
<text x="400" y="958" text-anchor="middle" font-size="34" font-style="italic" fill="${palette.muted}">your portrait here</text>`,
  );
}

/** Returns the strokes of one engraved line, which is slightly bent as if it followed the bust. */
function scanline(y: number): { figureRuns: string[]; backgroundRuns: string[] } {
  const runs: Record<'figure' | 'background', string[]> = { figure: [], background: [] };
  let edge: { kind: 'figure' | 'background'; top: string[]; bottom: string[] } | undefined;
  const endStroke = () => {
    if (edge && edge.top.length > 1) {
      runs[edge.kind].push(`M${edge.top.join('L')}L${edge.bottom.reverse().join('L')}Z`);
    }
    edge = undefined;
  };
  for (let x = oval.x - oval.rx; x <= oval.x + oval.rx; x += 2) {
    const bend = 26 * ((x - oval.x) / oval.rx) ** 2 - 26;
    const at = y + bend;
    const lit = brightness(x, at);
    const kind = lit === undefined ? 'background' : 'figure';
    const weight = lit === undefined ? backdrop(x, at) : spacing * (0.08 + 0.84 * (1 - lit));
    if (edge?.kind !== kind) endStroke();
    edge ??= { kind, top: [], bottom: [] };
    edge.top.push(`${x} ${(at - weight / 2).toFixed(1)}`);
    edge.bottom.push(`${x} ${(at + weight / 2).toFixed(1)}`);
  }
  endStroke();
  return { figureRuns: runs.figure, backgroundRuns: runs.background };
}

/** Returns the weight of a line behind the bust: heavier on the lit side, for contrast with the head. */
function backdrop(x: number, y: number): number {
  const across = (x - oval.x) / oval.rx;
  const down = (y - oval.y) / oval.ry;
  return Math.max(0.5, 2.7 - 1.7 * across - 0.7 * down);
}

/** Returns the brightness of the bust at a point of the image, 0 to 1; undefined outside it. */
function brightness(x: number, y: number): number | undefined {
  const point = findSurface((x - 400) / 200, (y - 400) / 200);
  if (!point) return undefined;
  const normal = normalAt(point);
  const towardsLight: Vector = [-0.55, -0.55, -0.63];
  const diffuse = Math.max(
    0,
    normal.reduce((sum, value, i) => sum + value * (towardsLight[i] ?? 0), 0),
  );
  return Math.min(1, 0.12 + 0.95 * diffuse ** 1.1);
}

/** Returns the point where a ray along z hits the bust, if any. */
function findSurface(x: number, y: number): Vector | undefined {
  let z = -3;
  for (let step = 0; step < 90 && z < 2; step++) {
    const gap = distance([x, y, z]);
    if (gap < 0.004) return [x, y, z];
    z += gap * 0.8;
  }
  return undefined;
}

/** Returns the signed distance to the bust, in units of 200 pixels, y downwards, z away from the viewer. */
function distance(p: Vector): number {
  const skull = ellipsoid(p, [0.02, -0.5, 0.12], [0.57, 0.68, 0.66]);
  const jaw = ellipsoid(p, [-0.1, 0.02, -0.06], [0.42, 0.56, 0.48]);
  const neck = ellipsoid(p, [0.04, 0.75, 0.15], [0.34, 0.9, 0.36]);
  const shoulders = ellipsoid(p, [0.06, 1.95, 0.3], [1.36, 0.82, 0.62]);
  const head = blend(skull, jaw, 0.3);
  return blend(blend(head, neck, 0.12), shoulders, 0.4);
}

function ellipsoid(p: Vector, centre: Vector, radii: Vector): number {
  const q = [0, 1, 2].map((i) => ((p[i] ?? 0) - (centre[i] ?? 0)) / (radii[i] ?? 1));
  const k0 = Math.hypot(...q);
  const k1 = Math.hypot(...q.map((value, i) => value / (radii[i] ?? 1)));
  return k1 === 0 ? -1 : (k0 * (k0 - 1)) / k1;
}

/** Returns the union of two shapes with a rounded seam of width `k`. */
function blend(a: number, b: number, k: number): number {
  const h = Math.max(k - Math.abs(a - b), 0) / k;
  return Math.min(a, b) - (h * h * k) / 4;
}

function normalAt([x, y, z]: Vector): Vector {
  const e = 0.004;
  const slope = [
    distance([x + e, y, z]) - distance([x - e, y, z]),
    distance([x, y + e, z]) - distance([x, y - e, z]),
    distance([x, y, z + e]) - distance([x, y, z - e]),
  ];
  const length = Math.hypot(...slope);
  return [(slope[0] ?? 0) / length, (slope[1] ?? 0) / length, (slope[2] ?? 0) / length];
}
