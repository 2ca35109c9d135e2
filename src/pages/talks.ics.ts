import type { APIRoute } from 'astro';
import { getSite } from '../data/site.ts';
import { getTalks } from '../data/collections.ts';
import { toCalendar } from '../feeds/calendar/calendar.ts';

export const GET: APIRoute = async () => {
  const site = await getSite();
  const { all } = await getTalks();
  return new Response(toCalendar(site, site.feed.title, all));
};
