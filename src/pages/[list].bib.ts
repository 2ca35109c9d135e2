import type { APIRoute } from 'astro';
import { toBibliography } from '../feeds/citation/cite-bibtex.ts';
import { getPublications } from '../data/collections.ts';

/** All publications as BibTeX; a site without publications has none. */
export async function getStaticPaths() {
  const publications = await getPublications();
  return publications.length === 0 ? [] : [{ params: { list: 'publications' } }];
}

export const GET: APIRoute = async () => {
  const publications = await getPublications();
  const listed = publications.filter((publication) => !publication.private && !publication.draft);
  return new Response(toBibliography(listed.map(({ citable }) => citable)), {
    headers: { 'Content-Type': 'application/x-bibtex; charset=utf-8' },
  });
};
