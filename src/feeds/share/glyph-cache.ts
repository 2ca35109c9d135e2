import type { ShareFont } from '../../model/site/share-card.ts';
import { drawGlyphMask, type GlyphMask } from './glyph-mask.ts';
import { openFont } from './open-font.ts';

/** Origins of glyphs are rounded to a quarter of a pixel. */
const steps = 4;
/** Sizes are below this one. */
const maxSize = 256;
/** About 2 KB each. A site in one script uses some 1,500. */
const maxMasks = 8000;

const cache = new Map<ShareFont, Map<number, GlyphMask>>();
let maskCount = 0;

/**
 * Returns the mask of a glyph, which is drawn once for each size and each quarter of a pixel.
 * @param size Of the text, in pixels per em: an integer.
 * @param x The origin within its pixel, to the right, from 0 to 1; `y` is downwards.
 */
export function findGlyphMask(
  font: ShareFont,
  id: number,
  size: number,
  x: number,
  y: number,
): GlyphMask {
  const [stepX, stepY] = [Math.round(x * steps), Math.round(y * steps)];
  const key = ((id * maxSize + size) * (steps + 1) + stepX) * (steps + 1) + stepY;
  const cached = cache.get(font)?.get(key);
  if (cached) return cached;
  const { font: outlines, unitsPerEm } = openFont(font);
  const mask = drawGlyphMask(outlines.glyphToJson(id), size / unitsPerEm, [
    stepX / steps,
    stepY / steps,
  ]);
  keepMask(font, key, mask);
  return mask;
}

function keepMask(font: ShareFont, key: number, mask: GlyphMask): void {
  if (maskCount >= maxMasks) {
    cache.clear();
    maskCount = 0;
  }
  let masks = cache.get(font);
  if (!masks) cache.set(font, (masks = new Map()));
  masks.set(key, mask);
  maskCount += 1;
}
