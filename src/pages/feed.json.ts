import type { APIRoute } from 'astro';
import { now } from '../data/now.ts';
import { getSite } from '../data/site.ts';
import { getTalkHtml, getTalkPicture } from '../data/talk-html.ts';
import { getTalks } from '../data/talks.ts';
import { siteChannel } from '../feeds/feed-channel.ts';
import { toFeedItem } from '../feeds/feed-item.ts';
import { newestAnnounced } from '../feeds/feed-order.ts';
import { toJsonFeed } from '../feeds/json-feed.ts';

export const GET: APIRoute = async () => {
  const site = await getSite();
  const { all } = await getTalks();
  const items = newestAnnounced(all, now).map(async (announced) => ({
    ...toFeedItem(site, announced, await getTalkHtml(announced.talk)),
    picture: await getTalkPicture(announced.talk),
  }));
  const { jsonFeed } = site.addresses;
  return new Response(toJsonFeed(site, siteChannel(site), jsonFeed, await Promise.all(items)), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
};
