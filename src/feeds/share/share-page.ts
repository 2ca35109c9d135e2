import type { Line } from './break-lines.ts';
import { findGlyphMask } from './glyph-cache.ts';
import type { GlyphMask } from './glyph-mask.ts';
import { hairlineIndex, toColourIndex } from './share-colours.ts';

/** The size that Open Graph and Twitter ask for. All lengths are in pixels. */
export const [imageWidth, imageHeight] = [1200, 630] as const;

export const [marginX, marginY] = [84, 66] as const;

/** The length of a line. */
export const lineLength = imageWidth - 2 * marginX;

/** A line of text on a page. */
export interface PlacedLine {
  line: Line;
  /** The origin of its first glyph. */
  x: number;
  baseline: number;
  /** The size of its text: an integer. */
  size: number;
}

/** What is on a page. */
export interface PageLayout {
  lines: PlacedLine[];
  /** The rows of pixels with a hairline. */
  hairlines: number[];
}

const stride = imageWidth + 1;
/** The only page: the system takes longer to provide new memory than it takes to draw. */
const page = new Uint8Array(stride * imageHeight);

/**
 * Returns the pixels of a page, as indexes of the palette, in rows that start with the filter type 0 of PNG. They
 * are overwritten by the next call.
 */
export function drawPage({ lines, hairlines }: PageLayout): Uint8Array {
  page.fill(0);
  for (const y of hairlines) {
    const start = y * stride + 1 + marginX;
    page.fill(hairlineIndex, start, start + lineLength);
  }
  for (const line of lines) drawLine(line);
  return page;
}

function drawLine({ line, x, baseline, size }: PlacedLine): void {
  let position = x;
  for (const { font, id, advance, shiftX, shiftY, ink } of line.glyphs) {
    const [originX, originY] = [position + shiftX * size, baseline - shiftY * size];
    const [column, row] = [Math.floor(originX), Math.floor(originY)];
    const mask = findGlyphMask(font, id, size, originX - column, originY - row);
    stamp(mask, column, row, toColourIndex(ink, 0));
    position += advance * size;
  }
}

/** Draws a glyph where it is darker than what is there, and within the page. */
function stamp(
  { left, top, width, height, levels }: GlyphMask,
  column: number,
  row: number,
  firstIndex: number,
): void {
  const [startX, startY] = [column + left, row + top];
  const [fromX, toX] = [Math.max(0, -startX), Math.min(width, imageWidth - startX)];
  const [fromY, toY] = [Math.max(0, -startY), Math.min(height, imageHeight - startY)];
  for (let y = fromY; y < toY; y += 1) {
    const target = (startY + y) * stride + 1 + startX;
    for (let x = fromX; x < toX; x += 1) {
      const level = levels[y * width + x] as number;
      if (level !== 0 && firstIndex + level > (page[target + x] as number))
        page[target + x] = firstIndex + level;
    }
  }
}
