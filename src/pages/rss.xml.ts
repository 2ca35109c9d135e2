import type { APIRoute } from 'astro';
import { now } from '../data/now.ts';
import { getSite } from '../data/site.ts';
import { getTalkHtml } from '../data/talk-html.ts';
import { getTalks } from '../data/talks.ts';
import { siteChannel } from '../feeds/feed-channel.ts';
import { toFeedItem } from '../feeds/feed-item.ts';
import { newestAnnounced } from '../feeds/feed-order.ts';
import { toRss } from '../feeds/rss.ts';

export const GET: APIRoute = async () => {
  const site = await getSite();
  const { all } = await getTalks();
  const items = newestAnnounced(all, now).map(async (announced) =>
    toFeedItem(site, announced, await getTalkHtml(announced.talk)),
  );
  const { rss } = site.addresses;
  return new Response(await toRss(site, siteChannel(site), rss, await Promise.all(items)), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
};
