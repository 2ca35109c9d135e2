import type { APIRoute } from 'astro';
import {
  getSearchablePages,
  getSearchableTalks,
  serveSearchIndex,
} from '../../data/search-index.ts';
import { getSite } from '../../data/site.ts';
import { toPageSearchRecord, toTalkSearchRecord } from '../../feeds/search-records.ts';

/** The names of the files of the index depend on their content. */
export async function getStaticPaths() {
  const { language } = await getSite();
  const [talks, pages] = await Promise.all([getSearchableTalks(), getSearchablePages()]);
  const records = [
    ...talks.map(({ talkDelivery, body }) => toTalkSearchRecord(talkDelivery, body, language)),
    ...pages.map(({ facts: summary, section, body }) => toPageSearchRecord(summary, section, body)),
  ];
  if (records.length === 0) return [];
  const files = await serveSearchIndex(records, language);
  return files.map(({ path, content }) => ({ params: { file: path }, props: { content } }));
}

export const GET: APIRoute<{ content: Uint8Array<ArrayBuffer> }> = ({ props: { content } }) =>
  new Response(content);
