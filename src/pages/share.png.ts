import type { APIRoute } from 'astro';
import { getSiteCard, loadShareImage, toImageResponse } from '../data/share-images.ts';
import { shareImage } from '../feeds/share/share-image.ts';

export const GET: APIRoute = async () =>
  toImageResponse(await loadShareImage(await getSiteCard(), shareImage));
