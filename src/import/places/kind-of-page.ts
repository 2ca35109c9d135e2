import { readFrontMatter } from '../../content/front-matter/front-matter.ts';

/** Keys that the old themes gave to talks and to publications alone. */
const ofTalks = ['time_start', 'event', 'event_name', 'event_start', 'event_url'];
const ofPublications = ['publication_types', 'publication', 'publication_short', 'doi'];

/**
 * What a page is that lies in a folder of the author's own naming: a talk or a publication by its keys,
 * if it has what those cannot do without.
 * @returns The folder of the new section, without `content/`.
 */
export function kindOfPage(text: string): 'talks' | 'publications' | undefined {
  const read = readFrontMatter(text);
  if ('failure' in read) return undefined;
  const has = (key: string) => read.data[key] !== undefined && read.data[key] !== '';
  if (!has('title') || !has('date') || has('widget')) return undefined;
  if (ofPublications.some(has)) return 'publications';
  return ofTalks.some(has) ? 'talks' : undefined;
}
