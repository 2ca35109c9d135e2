import type { APIRoute } from 'astro';
import { getSite } from '../data/site.ts';
import { toRobotsTxt } from '../feeds/host/host-files.ts';

/** A `robots.txt` in the author's `public/` is taken instead. */
export const GET: APIRoute = async () => new Response(toRobotsTxt(await getSite()));
