import { getCollection, getEntry } from 'astro:content';
import { toSite, type Site } from '../model/site.ts';
import { toDay } from '../model/when.ts';
import { formatDay } from '../model/when-text.ts';
import { now } from './now.ts';

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
  const talks = await getCollection('talks');
  const searchable = talks.some(
    ({ data: { frontMatter } }) => !frontMatter.draft && !frontMatter.private,
  );
  return { ...toSite(entry.data), searchable };
}

/** The day of the build in the site's own zone, in words. */
export async function getToday(): Promise<string> {
  const { language, timezone } = await getSite();
  return formatDay(toDay(now, timezone), language);
}
