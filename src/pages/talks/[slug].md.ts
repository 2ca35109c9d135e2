import type { APIRoute } from 'astro';
import { addCacheKeys } from '../../data/cache-keys.ts';
import { getSite } from '../../data/site.ts';
import { getTalkMarkdown } from '../../data/talk-markdown.ts';
import { getTalks } from '../../data/collections.ts';
import { toTalkMarkdown } from '../../feeds/talk-markdown.ts';
import type { Talk } from '../../model/talk/talk.ts';

export async function getStaticPaths() {
  const { all } = await getTalks();
  const publicTalks = all.filter((talk) => !talk.private);
  const paths = publicTalks.map((talk) => ({ params: { slug: talk.slug }, props: { talk } }));
  return addCacheKeys('talks', paths, ({ talk }) => talk);
}

export const GET: APIRoute<{ talk: Talk }> = async ({ props: { talk } }) => {
  const texts = await getTalkMarkdown(talk);
  const headers = { 'Content-Type': 'text/markdown; charset=utf-8' };
  return new Response(toTalkMarkdown(await getSite(), talk, texts), { headers });
};
