import { describe, expect, test } from 'vitest';
import { drawGlyphMask } from '../../../src/feeds/share/glyph-mask.ts';

type Outline = Parameters<typeof drawGlyphMask>[0];

/** A closed outline of straight lines. */
function toOutline(...points: [number, number][]): Outline {
  const commands = points.map((values, i) => ({ type: i === 0 ? 'M' : 'L', values }));
  return [...commands, { type: 'Z', values: [] }];
}

const square = (from: number, to: number) =>
  toOutline([from, from], [to, from], [to, to], [from, to]);
const reverse = (from: number, to: number) =>
  toOutline([from, from], [from, to], [to, to], [to, from]);
const draw = (outline: Outline, scale = 1, shift: [number, number] = [0, 0]) => {
  const { levels, ...bounds } = drawGlyphMask(outline, scale, shift);
  return { ...bounds, levels: [...levels] };
};

describe('a glyph mask', () => {
  test('has the part of each pixel that is covered, of 15', () => {
    expect(draw(square(0, 2))).toEqual({
      ...{ left: 0, top: -2, width: 2, height: 2 },
      levels: [15, 15, 15, 15],
    });
    expect(draw(square(0, 2), 1, [0.2, 0])).toEqual({
      ...{ left: 0, top: -2, width: 3, height: 2 },
      levels: [12, 15, 3, 12, 15, 3],
    });
    expect(draw(square(0, 1), 1, [0, 0.4])).toEqual({
      ...{ left: 0, top: -1, width: 1, height: 2 },
      levels: [9, 6],
    });
    expect(draw(square(0, 1000), 0.001).levels).toEqual([15]);
  });

  test('does not depend on the direction of the outline', () => {
    expect(draw(reverse(-1, 1))).toEqual(draw(square(-1, 1)));
  });

  test('has slopes', () => {
    const triangle = toOutline([0, 0], [3, 0], [0, 3]);
    // Half of each pixel on the diagonal, rounded up.
    expect(draw(triangle).levels).toEqual([8, 0, 0, 15, 8, 0, 15, 15, 8]);
    const flat = toOutline([0, 0], [4, 0], [4, 1]);
    expect(draw(flat).levels).toEqual([2, 6, 9, 13]);
  });

  test('has holes', () => {
    const ring = [...square(0, 3), ...reverse(1, 2)];
    expect(draw(ring).levels).toEqual([15, 15, 15, 15, 0, 15, 15, 15, 15]);
    const overlap = [...square(0, 2), ...square(0, 2)];
    expect(draw(overlap).levels).toEqual([15, 15, 15, 15]);
  });

  test('has curves', () => {
    const radius = 20;
    const k = radius * 0.5523;
    const circle: Outline = [
      { type: 'M', values: [radius, 0] },
      { type: 'C', values: [radius, k, k, radius, 0, radius] },
      { type: 'C', values: [-k, radius, -radius, k, -radius, 0] },
      { type: 'C', values: [-radius, -k, -k, -radius, 0, -radius] },
      { type: 'C', values: [k, -radius, radius, -k, radius, 0] },
      { type: 'Z', values: [] },
    ];
    const sum = (levels: readonly number[]) => levels.reduce((a, b) => a + b, 0) / 15;
    expect(sum(draw(circle).levels) / (Math.PI * radius ** 2)).toBeCloseTo(1, 2);
    const parabola: Outline = [
      { type: 'M', values: [0, 0] },
      { type: 'Q', values: [30, 60, 60, 0] },
      { type: 'Z', values: [] },
    ];
    expect(sum(draw(parabola).levels) / 1200).toBeCloseTo(1, 2);
  });

  test('is empty for a space', () => {
    expect(draw([])).toEqual({ left: 0, top: 0, width: 0, height: 0, levels: [] });
  });
});
