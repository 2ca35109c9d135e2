import type { APIRoute } from 'astro';
import { loadPageFile } from '../../../data/entries.ts';
import { getAttachedFiles } from '../../../data/site-addresses.ts';

type FileBesidePage = Awaited<ReturnType<typeof getAttachedFiles>>[number];

export async function getStaticPaths() {
  const files = await getAttachedFiles();
  return files.map((file) => ({ params: { ...file }, props: file }));
}

export const GET: APIRoute<FileBesidePage> = async ({ props: { section, slug, file } }) =>
  new Response(await loadPageFile(section, slug, file));
