import type { APIRoute } from 'astro';
import { getSite } from '../data/site.ts';
import { toRobotsTxt } from '../feeds/host/host-files.ts';

/** The `robots.txt` of an author in `public/` replaces this one. */
export const GET: APIRoute = async () => new Response(toRobotsTxt(await getSite()));
