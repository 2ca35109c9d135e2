import type { APIRoute } from 'astro';
import { getFilesBesidePages, type BesidePage } from '../../../data/collections.ts';
import { loadPageFile } from '../../../data/entries.ts';

export async function getStaticPaths() {
  const files = await getFilesBesidePages();
  return files.map((one) => ({ params: { ...one }, props: one }));
}

export const GET: APIRoute<BesidePage> = async ({ props: { section, slug, file } }) =>
  new Response(await loadPageFile(section, slug, file));
