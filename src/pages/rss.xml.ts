import type { APIRoute } from 'astro';
import { getFeedItems } from '../data/feed-items.ts';
import { getSite } from '../data/site.ts';
import { getTalks } from '../data/talks.ts';
import { siteChannel } from '../feeds/feed-channel.ts';
import { toRss } from '../feeds/rss.ts';

export const GET: APIRoute = async () => {
  const site = await getSite();
  const { all } = await getTalks();
  const items = (await getFeedItems(all)).map(({ item }) => item);
  return new Response(await toRss(site, siteChannel(site), site.addresses.rss, items), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
};
