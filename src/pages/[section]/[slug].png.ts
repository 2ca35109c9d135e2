import type { APIRoute } from 'astro';
import {
  digestCard,
  getPageCards,
  loadShareImage,
  toImageResponse,
} from '../../data/share-images.ts';
import { shareImage } from '../../feeds/share/share-image.ts';
import type { ShareCard } from '../../model/site/share-card.ts';

export async function getStaticPaths() {
  const cards = await getPageCards();
  return cards.map(({ section, slug, card }) => ({
    params: { section, slug },
    props: { card },
    cacheKey: digestCard(card),
  }));
}

export const GET: APIRoute<{ card: ShareCard }> = async ({ props: { card } }) =>
  toImageResponse(await loadShareImage(card, shareImage));
