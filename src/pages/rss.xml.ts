import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { now } from '../data/now.ts';
import { getSite } from '../data/site.ts';
import { getTalks } from '../data/talks.ts';
import { toRss } from '../feeds/rss.ts';

export const GET: APIRoute = async () => {
  const { all } = await getTalks();
  return rss(toRss(await getSite(), all, now));
};
