import type { APIRoute } from 'astro';
import { getPublicationFiles, loadPublicationFile } from '../../../data/publications.ts';

export async function getStaticPaths() {
  const files = await getPublicationFiles();
  return files.map(({ slug, file }) => ({
    params: { publications: 'publications', slug, file },
    props: { slug, file },
  }));
}

export const GET: APIRoute<{ slug: string; file: string }> = async ({ props: { slug, file } }) =>
  new Response(await loadPublicationFile(slug, file));
