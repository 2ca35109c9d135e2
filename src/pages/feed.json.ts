import type { APIRoute } from 'astro';
import { getSite } from '../data/site.ts';
import { getImageAddress } from '../data/image-address.ts';
import { getTalkHtml } from '../data/talk-html.ts';
import { toSiteChannel } from '../feeds/feed/feed.ts';
import { toTalkItems } from '../feeds/feed/talk-items.ts';
import { now, getTalks } from '../data/collections.ts';
import { toJsonFeed } from '../feeds/feed/json-feed.ts';

export const GET: APIRoute = async () => {
  const site = await getSite();
  const { all } = await getTalks();
  const items = (await toTalkItems(site, all, now, getTalkHtml)).map(async ({ talk, item }) => ({
    ...item,
    image: await getImageAddress(talk),
  }));
  const { jsonFeed } = site.addresses;
  return new Response(toJsonFeed(site, toSiteChannel(site), jsonFeed, await Promise.all(items)), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
};
