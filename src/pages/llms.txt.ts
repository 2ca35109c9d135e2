import type { APIRoute } from 'astro';
import { getSite } from '../data/site.ts';
import { now, getPageSummaries, getPublications, getTalks } from '../data/collections.ts';
import { toLlmsTxt } from '../feeds/host/llms.ts';
import { sectionTitle } from '../model/site/site.ts';

export const GET: APIRoute = async () => {
  const { all } = await getTalks();
  const site = await getSite();
  const { publications: _, ...facts } = await getPageSummaries();
  const others = Object.entries(facts).map(
    ([section, found]) => [sectionTitle(section), found] as const,
  );
  return new Response(toLlmsTxt(site, all, await getPublications(), others, now));
};
