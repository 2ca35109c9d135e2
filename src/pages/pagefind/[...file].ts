import type { APIRoute } from 'astro';
import {
  buildSearchIndex,
  getSearchablePages,
  getSearchableTalks,
} from '../../data/search-index.ts';
import { getSite } from '../../data/site.ts';
import { pageSearchRecord, toSearchRecord } from '../../feeds/search-documents.ts';

/** The index is a handful of files whose names follow from what is in them. */
export async function getStaticPaths() {
  const { language } = await getSite();
  const [talks, pages] = await Promise.all([getSearchableTalks(), getSearchablePages()]);
  const records = [
    ...talks.map(({ occasion, body }) => toSearchRecord(occasion, body, language)),
    ...pages.map(({ facts, section, body }) => pageSearchRecord(facts, section, body)),
  ];
  if (records.length === 0) return [];
  const files = await buildSearchIndex(records, language);
  return files.map(({ path, content }) => ({ params: { file: path }, props: { content } }));
}

export const GET: APIRoute<{ content: Uint8Array<ArrayBuffer> }> = ({ props: { content } }) =>
  new Response(content);
