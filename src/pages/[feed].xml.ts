import type { APIRoute } from 'astro';
import { getPostHtml } from '../data/page-bodies.ts';
import { now, getPosts, getPublications } from '../data/collections.ts';
import { getSite } from '../data/site.ts';
import { toSectionChannel } from '../feeds/feed/feed.ts';
import { toPostItems, toPublicationItems } from '../feeds/feed/page-items.ts';
import { toRss } from '../feeds/feed/rss.ts';

/** The feeds of posts and of publications; a section without pages has none. */
export async function getStaticPaths() {
  const sections = { posts: await getPosts(), publications: await getPublications() };
  const filled = Object.entries(sections).filter(([, pages]) => pages.length > 0);
  return filled.map(([feed]) => ({ params: { feed } }));
}

export const GET: APIRoute = async ({ params: { feed } }) => {
  const site = await getSite();
  const isPosts = feed === 'posts';
  const { postsRss, publicationsRss } = site.addresses;
  const items = isPosts
    ? await toPostItems(site, await getPosts(), now, getPostHtml)
    : toPublicationItems(site, await getPublications(), now);
  const channel = toSectionChannel(site, isPosts ? 'posts' : 'publications');
  return new Response(await toRss(site, channel, isPosts ? postsRss : publicationsRss, items), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
};
