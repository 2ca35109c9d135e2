import type { ShareCard, ShareFont } from '../../model/site/share-card.ts';
import { encodePng } from './indexed-png.ts';
import { palette } from './share-colours.ts';
import { layOut } from './share-layout.ts';
import { toShareLines } from './share-lines.ts';
import { drawPage, imageHeight, imageWidth } from './share-page.ts';

/**
 * Returns a PNG of 1200 × 630 pixels: the same bytes for the same card and fonts.
 * @param fonts In order of preference. The first font is upright and has punctuation.
 */
export function drawShareCard(card: ShareCard, fonts: readonly ShareFont[]): Buffer {
  const [font] = fonts;
  if (!font) throw new Error('There are no fonts to draw with.');
  const rows = drawPage(layOut(toShareLines(card, fonts), font));
  return encodePng({ width: imageWidth, height: imageHeight, palette, rows });
}
