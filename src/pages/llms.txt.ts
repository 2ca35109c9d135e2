import type { APIRoute } from 'astro';
import { getSite } from '../data/site.ts';
import { now, getPageSummaries, getPublications, getTalks } from '../data/collections.ts';
import { toLlmsTxt } from '../feeds/host/llms.ts';
import { toSectionTitle } from '../model/site/section-titles.ts';

export const GET: APIRoute = async () => {
  const { all } = await getTalks();
  const site = await getSite();
  const { publications: _, ...otherSections } = await getPageSummaries();
  const otherPages = Object.entries(otherSections).map(
    ([section, pages]) => [toSectionTitle(site, section), pages] as const,
  );
  return new Response(toLlmsTxt(site, all, await getPublications(), otherPages, now));
};
