import type { APIRoute } from 'astro';
import { getSiteCard, loadPicture } from '../data/share-pictures.ts';
import { sharePicture } from '../feeds/share/share-picture.ts';

export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await loadPicture(await getSiteCard(), sharePicture)));
