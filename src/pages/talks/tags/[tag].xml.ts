import type { APIRoute } from 'astro';
import { addListKeys } from '../../../data/cache-keys.ts';
import { getSite } from '../../../data/site.ts';
import { getTalkHtml } from '../../../data/talk-html.ts';
import { toTagChannel } from '../../../feeds/feed/feed.ts';
import { toTalkItems } from '../../../feeds/feed/talk-items.ts';
import { now, getTalks } from '../../../data/collections.ts';
import { toRss } from '../../../feeds/feed/rss.ts';
import type { Tag } from '../../../model/page/tags.ts';
import type { Talk } from '../../../model/talk/talk.ts';

interface Props extends Record<string, unknown> {
  tag: Tag;
  talks: Talk[];
}

export async function getStaticPaths() {
  const { tags } = await getTalks();
  const paths = tags.map(({ tag, talks }) => ({
    params: { tag: tag.slug },
    props: { tag, talks: talks.map(({ talk }) => talk) },
  }));
  return addListKeys('talks', paths, ({ talks }) => talks);
}

export const GET: APIRoute<Props> = async ({ props: { tag, talks } }) => {
  const site = await getSite();
  const items = (await toTalkItems(site, talks, now, getTalkHtml)).map(({ item }) => item);
  const self = site.addresses.tagRss(tag.slug);
  return new Response(await toRss(site, toTagChannel(site, tag), self, items), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
};
