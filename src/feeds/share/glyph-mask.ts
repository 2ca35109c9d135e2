import type { SvgPathCommand } from 'harfbuzzjs';

/** The part of each pixel that a glyph covers, in a rectangle around it. */
export interface GlyphMask {
  /** The position of the rectangle relative to the origin of the glyph, in pixels, to the right and down. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** From 0, not covered, to `maxLevel`. */
  levels: Uint8Array;
}

export const maxLevel = 15;

/**
 * Draws an outline without hints: each pixel gets the exact area that the outline covers.
 * @param scale Pixels per unit of the outline.
 * @param shift To the right and down, in pixels.
 */
export function drawGlyphMask(
  outline: readonly SvgPathCommand[],
  scale: number,
  shift: [number, number],
): GlyphMask {
  const edges = flatten(outline, scale, shift);
  const bounds = toBounds(edges);
  const { left, top, width, height } = bounds;
  // One more column, as an edge at the right border adds to the next pixel.
  const areas = new Float32Array((width + 2) * height);
  for (let i = 0; i < edges.length; i += 4) {
    const [x0, y0, x1, y1] = [edges[i], edges[i + 1], edges[i + 2], edges[i + 3]] as Quad;
    addEdge(areas, width + 2, x0 - left, y0 - top, x1 - left, y1 - top);
  }
  return { ...bounds, levels: toLevels(areas, width, height) };
}

type Quad = [number, number, number, number];

/** Returns the edges as x0, y0, x1, y1, in pixels, to the right and down. Curves become straight segments. */
function flatten(
  outline: readonly SvgPathCommand[],
  scale: number,
  [shiftX, shiftY]: [number, number],
): number[] {
  const edges: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number) => {
    if (y !== toY) edges.push(x, y, toX, toY);
    [x, y] = [toX, toY];
  };
  /** Draws a cubic Bézier curve. */
  const curveTo = (ax: number, ay: number, bx: number, by: number, toX: number, toY: number) => {
    const [fromX, fromY] = [x, y];
    const bend = Math.max(
      Math.hypot(fromX - 2 * ax + bx, fromY - 2 * ay + by),
      Math.hypot(ax - 2 * bx + toX, ay - 2 * by + toY),
    );
    // The segments differ from the curve by at most a fortieth of a pixel.
    const count = Math.max(1, Math.ceil(Math.sqrt(30 * bend)));
    for (let i = 1; i < count; i += 1) {
      const t = i / count;
      const s = 1 - t;
      const [p, q, r, u] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
      lineTo(p * fromX + q * ax + r * bx + u * toX, p * fromY + q * ay + r * by + u * toY);
    }
    lineTo(toX, toY);
  };
  for (const { type, values } of outline) {
    const points = values.map((value, i) =>
      i % 2 === 0 ? shiftX + value * scale : shiftY - value * scale,
    );
    const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = points;
    if (type === 'M') [x, y, startX, startY] = [ax, ay, ax, ay];
    if (type === 'L') lineTo(ax, ay);
    if (type === 'Q')
      curveTo(
        x + (2 / 3) * (ax - x),
        y + (2 / 3) * (ay - y),
        bx + (2 / 3) * (ax - bx),
        by + (2 / 3) * (ay - by),
        bx,
        by,
      );
    if (type === 'C') curveTo(ax, ay, bx, by, cx, cy);
    if (type === 'Z') lineTo(startX, startY);
  }
  return edges;
}

function toBounds(edges: readonly number[]) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < edges.length; i += 2) {
    const [x, y] = [edges[i] as number, edges[i + 1] as number];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (edges.length === 0) return { left: 0, top: 0, width: 0, height: 0 };
  [left, top] = [Math.floor(left), Math.floor(top)];
  return { left, top, width: Math.ceil(right) - left, height: Math.ceil(bottom) - top };
}

/**
 * Adds an edge to the areas: each pixel gets the change of the covered area from its left neighbour, so that
 * sums along a row are covered areas (the method of font-rs and stb_truetype).
 */
function addEdge(
  areas: Float32Array,
  stride: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): void {
  const direction = y0 < y1 ? 1 : -1;
  const [topX, topY, bottomX, bottomY] = direction > 0 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
  const slope = (bottomX - topX) / (bottomY - topY);
  let [x, y] = [topX, topY];
  for (let row = Math.floor(topY); row < bottomY; row += 1) {
    const nextY = Math.min(row + 1, bottomY);
    const nextX = nextY === bottomY ? bottomX : topX + slope * (nextY - topY);
    const [from, to] = x < nextX ? [x, nextX] : [nextX, x];
    addSpan(areas, row * stride, from, to, direction * (nextY - y));
    [x, y] = [nextX, nextY];
  }
}

/** Adds the part of an edge in one row, which goes from column `from` to `to` and covers `area` rows. */
function addSpan(areas: Float32Array, row: number, from: number, to: number, area: number): void {
  const first = Math.floor(from);
  const last = Math.ceil(to) - 1;
  if (last <= first) {
    const right = area * ((from + to) / 2 - first);
    areas[row + first] = (areas[row + first] as number) + area - right;
    areas[row + first + 1] = (areas[row + first + 1] as number) + right;
    return;
  }
  const density = area / (to - from);
  let [crossed, previousCovered] = [0, 0];
  for (let column = first; column <= last + 1; column += 1) {
    const [start, end] = [Math.max(from, column), Math.min(to, column + 1)];
    const part = Math.max(0, end - start) * density;
    const covered = crossed + part * (column + 1 - (start + end) / 2);
    areas[row + column] = (areas[row + column] as number) + covered - previousCovered;
    crossed += part;
    previousCovered = covered;
  }
}

function toLevels(areas: Float32Array, width: number, height: number): Uint8Array {
  const levels = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    let sum = 0;
    for (let column = 0; column < width; column += 1) {
      sum += areas[row * (width + 2) + column] as number;
      levels[row * width + column] = Math.round(Math.min(1, Math.abs(sum)) * maxLevel);
    }
  }
  return levels;
}
