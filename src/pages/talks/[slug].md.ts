import type { APIRoute } from 'astro';
import { getSite } from '../../data/site.ts';
import { getTalkMarkdown } from '../../data/talk-markdown.ts';
import { getTalks } from '../../data/collections.ts';
import { toTalkMarkdown } from '../../feeds/talk-markdown.ts';
import type { Talk } from '../../model/talk/talk.ts';

export async function getStaticPaths() {
  const { all } = await getTalks();
  const publicTalks = all.filter((talk) => !talk.private);
  return publicTalks.map((talk) => ({ params: { slug: talk.slug }, props: { talk } }));
}

export const GET: APIRoute<{ talk: Talk }> = async ({ props: { talk } }) => {
  const texts = await getTalkMarkdown(talk);
  const headers = { 'Content-Type': 'text/markdown; charset=utf-8' };
  return new Response(toTalkMarkdown(await getSite(), talk, texts), { headers });
};
