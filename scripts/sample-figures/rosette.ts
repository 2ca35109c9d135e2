import { palette } from '../sample-page.ts';
import { line, svgImage, range, type Point } from './svg.ts';

const [width, height] = [400, 500];
const centre = { x: 200, y: 250 };

/** Draws a banknote rosette in an oval frame, as a placeholder for a portrait. */
export function rosette(): string {
  const petals = (count: number, from: number, to: number, turn: number): Point[] =>
    range(0, 2 * Math.PI, 14 * count).map((angle) => {
      const swing = (1 + Math.cos(count * angle + turn)) / 2;
      const radius = from + (to - from) * swing;
      return [centre.x + radius * Math.cos(angle), centre.y + 1.24 * radius * Math.sin(angle)];
    });
  const weave = range(0, Math.PI, 4).map((turn) => petals(12, 78, 150, turn));
  const centreLines = range(0, Math.PI, 3).map((turn) => petals(8, 16, 82, turn));
  const oval = (radius: number, colour: string, weight: number) =>
    `<ellipse cx="${centre.x}" cy="${centre.y}" rx="${radius}" ry="${1.24 * radius}" fill="none" stroke="${colour}" stroke-width="${weight}"/>`;
  return svgImage(
    width,
    height,
    [
      ...weave.map((points) => line(points, 'style="stroke-width:1"')),
      ...centreLines.map((points) =>
        line(points, `style="stroke-width:1.1;stroke:${palette.accent}"`),
      ),
      oval(159, palette.ink, 1.6),
      oval(168, palette.accent, 3),
      oval(176, palette.ink, 0.8),
    ].join('\n'),
  );
}
