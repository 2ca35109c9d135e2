import type { ShareCard, ShareFont } from '../../model/site/share-card.ts';
import { startDrawingThread } from './drawing-thread.ts';

/**
 * Draws cards. Raise the version when the image of a card changes, so that cached images of earlier builds
 * are not used.
 */
export const shareImage = { version: 2, draw: drawShareImage, startThread: startDrawingThread };

/** Returns a PNG of 1200 × 630 pixels: the same bytes for the same card and fonts. */
export async function drawShareImage(
  card: ShareCard,
  fonts: readonly ShareFont[],
): Promise<Buffer> {
  // HarfBuzz is loaded only if an image has to be drawn.
  const { drawShareCard } = await import('./draw-share-card.ts');
  return drawShareCard(card, fonts);
}
