import type { APIRoute } from 'astro';
import { getOldAddresses, hasOwnHostRedirects } from '../data/old-addresses.ts';
import { getSite } from '../data/site.ts';
import { toHostRedirects } from '../feeds/host/host-files.ts';

/** `_redirects`, where an address has moved and the author has no such file in `public/`. */
export async function getStaticPaths() {
  const none = hasOwnHostRedirects() || (await getOldAddresses()).length === 0;
  return none ? [] : [{ params: { hostFile: '_redirects' } }];
}

export const GET: APIRoute = async () => {
  const { addresses } = await getSite();
  return new Response(toHostRedirects(await getOldAddresses(), addresses));
};
