import type { APIRoute } from 'astro';
import { getSite } from '../../../data/site.ts';
import { getTalks } from '../../../data/collections.ts';
import { toCalendar } from '../../../feeds/calendar/calendar.ts';
import type { Tag } from '../../../model/page/tags.ts';
import type { TalkDelivery } from '../../../model/talk/talk-deliveries.ts';

interface Props extends Record<string, unknown> {
  tag: Tag;
  talks: TalkDelivery[];
}

export async function getStaticPaths() {
  const { tags } = await getTalks();
  return tags.map(({ tag, talks }) => ({ params: { tag: tag.slug }, props: { tag, talks } }));
}

export const GET: APIRoute<Props> = async ({ props: { tag, talks } }) => {
  const site = await getSite();
  return new Response(
    toCalendar(
      site,
      `${site.feed.title}: ${tag.name}`,
      talks.map(({ talk }) => talk),
    ),
  );
};
