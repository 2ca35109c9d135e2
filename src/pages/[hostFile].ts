import type { APIRoute } from 'astro';
import { getSite } from '../data/site.ts';
import { toHostRedirects } from '../feeds/host/host-files.ts';
import { getOldAddresses, isGenerated } from '../data/site-addresses.ts';

/** `_redirects`, if there are old addresses and the author has no such file in `public/`. */
export async function getStaticPaths() {
  return (await isGenerated('_redirects')) ? [{ params: { hostFile: '_redirects' } }] : [];
}

export const GET: APIRoute = async () => {
  const { addresses } = await getSite();
  return new Response(toHostRedirects(await getOldAddresses(), addresses));
};
