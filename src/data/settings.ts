import { getEntry } from 'astro:content';
import { toSite } from '../model/site/site.ts';
import { once } from './once.ts';

/** The site by its settings alone, which its pages are read with. */
export const getSettings = once(async () => {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('content/site.yaml was not loaded.');
  return toSite(entry.data);
});
