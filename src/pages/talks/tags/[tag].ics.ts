import type { APIRoute } from 'astro';
import { addListKeys } from '../../../data/cache-keys.ts';
import { getSite } from '../../../data/site.ts';
import { getTalks } from '../../../data/collections.ts';
import { toCalendar } from '../../../feeds/calendar/calendar.ts';
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
  return new Response(toCalendar(site, `${site.feed.title}: ${tag.name}`, talks));
};
