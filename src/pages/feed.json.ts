import type { APIRoute } from 'astro';
import { getFeedItems } from '../data/feed-items.ts';
import { getSite } from '../data/site.ts';
import { getTalkPicture } from '../data/talk-html.ts';
import { getTalks } from '../data/talks.ts';
import { siteChannel } from '../feeds/feed-channel.ts';
import { toJsonFeed } from '../feeds/json-feed.ts';

export const GET: APIRoute = async () => {
  const site = await getSite();
  const { all } = await getTalks();
  const items = (await getFeedItems(all)).map(async ({ talk, item }) => ({
    ...item,
    picture: await getTalkPicture(talk),
  }));
  const { jsonFeed } = site.addresses;
  return new Response(toJsonFeed(site, siteChannel(site), jsonFeed, await Promise.all(items)), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
};
