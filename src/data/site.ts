import { getEntry } from 'astro:content';
import { toSite, type Site } from '../model/site.ts';

let site: Promise<Site> | undefined;

/** The site's settings, read once in a build. */
export function getSite(): Promise<Site> {
  if (site && !import.meta.env.DEV) return site;
  site = readSite();
  return site;
}

async function readSite(): Promise<Site> {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('content/site.yaml was not loaded.');
  return toSite(entry.data);
}
