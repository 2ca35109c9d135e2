import { readFrontMatter } from '../../content/front-matter/front-matter.ts';
import { isEmpty } from '../../schema/field.ts';
import { isPlainPage } from '../../schema/plain-page.ts';

/** Keys that the old themes gave to talks and to publications alone. */
const ofTalks = ['time_start', 'event', 'event_name', 'event_start', 'event_url'];
const ofPublications = ['publication_types', 'publication', 'publication_short', 'doi'];

/** Liquid that does more than include an address or a table of contents. */
const liquid =
  /\{%(?!-?\s*include\s+(base_path|toc)\b)|\{\{(?![<%]|-?\s*(site\.(base)?url|base_path)\b)/;

/**
 * What a page is that lies in no folder of a section: a talk or a publication by its keys, if it has what
 * those cannot do without, else a plain page. Undefined for what has no words of its own: a list, parts
 * of an old page, a program in Liquid.
 * @returns The folder of the new section, without `content/`.
 */
export function kindOfPage(text: string): 'talks' | 'publications' | 'pages' | undefined {
  const read = readFrontMatter(text);
  if ('failure' in read) return undefined;
  const { data, body } = read;
  const has = (key: string) => !isEmpty(data[key]);
  if (!has('title') || !isPlainPage(data)) return undefined;
  if (has('date') && ofPublications.some(has)) return 'publications';
  if (has('date') && ofTalks.some(has)) return 'talks';
  return body.trim() === '' || liquid.test(body) ? undefined : 'pages';
}
