import type { APIRoute } from 'astro';
import { getSiteCard, loadShareImage } from '../data/share-images.ts';
import { shareImage } from '../feeds/share/share-image.ts';

export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await loadShareImage(await getSiteCard(), shareImage)));
