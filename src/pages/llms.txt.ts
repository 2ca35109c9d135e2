import type { APIRoute } from 'astro';
import { now } from '../data/now.ts';
import { getSite } from '../data/site.ts';
import { getTalks } from '../data/talks.ts';
import { toLlmsTxt } from '../feeds/llms.ts';

export const GET: APIRoute = async () => {
  const { all } = await getTalks();
  return new Response(toLlmsTxt(await getSite(), all, now));
};
