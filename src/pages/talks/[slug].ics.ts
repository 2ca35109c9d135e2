import type { APIRoute } from 'astro';
import { addCacheKeys } from '../../data/cache-keys.ts';
import { getSite } from '../../data/site.ts';
import { getTalks } from '../../data/collections.ts';
import { toCalendar } from '../../feeds/calendar/calendar.ts';
import type { Talk } from '../../model/talk/talk.ts';

export async function getStaticPaths() {
  const { all } = await getTalks();
  const paths = all.map((talk) => ({ params: { slug: talk.slug }, props: { talk } }));
  return addCacheKeys('talks', paths, ({ talk }) => talk);
}

export const GET: APIRoute<{ talk: Talk }> = async ({ props: { talk } }) =>
  new Response(toCalendar(await getSite(), talk.title.text, [talk]));
