import type { APIRoute } from 'astro';
import { getSite } from '../data/site.ts';
import { getTalkHtml } from '../data/talk-html.ts';
import { toSiteChannel } from '../feeds/feed/feed.ts';
import { toTalkItems } from '../feeds/feed/talk-items.ts';
import { now, getTalks } from '../data/collections.ts';
import { toRss } from '../feeds/feed/rss.ts';

export const GET: APIRoute = async () => {
  const site = await getSite();
  const { all } = await getTalks();
  const items = (await toTalkItems(site, all, now, getTalkHtml)).map(({ item }) => item);
  return new Response(await toRss(site, toSiteChannel(site), site.addresses.rss, items), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
};
