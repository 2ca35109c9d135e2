import type { APIRoute } from 'astro';
import {
  digestCard,
  drawShareImagesAhead,
  getTalkCards,
  loadShareImage,
  toImageResponse,
} from '../../data/share-images.ts';
import { shareImage } from '../../feeds/share/share-image.ts';
import type { ShareCard } from '../../model/site/share-card.ts';

export async function getStaticPaths() {
  drawShareImagesAhead(shareImage);
  const cards = await getTalkCards();
  return cards.map(({ slug, card }) => ({
    params: { slug },
    props: { card },
    cacheKey: digestCard(card),
  }));
}

export const GET: APIRoute<{ card: ShareCard }> = async ({ props: { card } }) =>
  toImageResponse(await loadShareImage(card, shareImage));
