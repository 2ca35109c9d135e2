import type { APIRoute } from 'astro';
import { now } from '../../data/now.ts';
import { buildSearchIndex } from '../../data/search-index.ts';
import { getSite } from '../../data/site.ts';
import { getTalkHtml } from '../../data/talk-html.ts';
import { getTalks } from '../../data/talks.ts';
import { toSearchRecord } from '../../feeds/search-record.ts';
import { sortNewestFirst } from '../../model/order.ts';
import { searchableTalks } from '../../model/search-choices.ts';

/** The index is a handful of files whose names follow from what is in them. */
export async function getStaticPaths() {
  const { language } = await getSite();
  const { all } = await getTalks();
  const records = sortNewestFirst(searchableTalks(all), now).map(async (occasion) =>
    toSearchRecord(occasion, await getTalkHtml(occasion.talk), language),
  );
  if (records.length === 0) return [];
  const files = await buildSearchIndex(await Promise.all(records), language);
  return files.map(({ path, content }) => ({ params: { file: path }, props: { content } }));
}

export const GET: APIRoute<{ content: Uint8Array<ArrayBuffer> }> = ({ props: { content } }) =>
  new Response(content);
