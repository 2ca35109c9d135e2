import { getEntry } from 'astro:content';
import { toCv } from '../model/cv/cv.ts';
import { toCvHead } from '../model/cv/cv-head.ts';
import { toTalkEntries } from '../model/talk/cv-talks.ts';
import { getSite } from './site.ts';
import { getTalks } from './talks.ts';

/** The CV with what it takes from the site and its talks; undefined when there is none. */
export async function getCv() {
  const entry = await getEntry('cv', 'cv');
  if (!entry) return undefined;
  const { written, texts, hasMath, hasPdf } = entry.data;
  const site = await getSite();
  const { occasions } = await getTalks();
  const talks = toTalkEntries(written.talks, occasions, site.language);
  const cv = toCv(written, texts, talks, site);
  const listed = written.talks !== 'none' && occasions.some(({ talk }) => talk.hasMath);
  return { cv, head: toCvHead(written, site), hasMath: hasMath || listed, hasPdf };
}
