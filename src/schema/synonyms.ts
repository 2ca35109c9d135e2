import { findOwn } from './own-value.ts';

/** What authors call a key: in other generators, or by its meaning. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  authors: ['by', 'given_by', 'lecturer', 'presenter', 'presenters', 'speaker', 'speakers'],
  date: ['day', 'datetime', 'event_date', 'start', 'start_date', 'when'],
  date_end: ['end', 'end_date', 'finish', 'until'],
  event: ['conference', 'meeting', 'seminar', 'workshop'],
  event_url: ['conference_url', 'event_link', 'event_website'],
  lastmod: ['last_modified', 'modified', 'updated'],
  location: ['place', 'room', 'where'],
  summary: ['lead', 'teaser', 'tldr'],
  subtitle: ['sub_title', 'tagline'],
  tags: ['subjects', 'topics'],
  timezone: ['time_zone', 'tz', 'zone'],
  url_code: ['code', 'github', 'repo', 'repository'],
  url_pdf: ['paper', 'paper_url', 'pdf'],
  url_poster: ['poster'],
  url_preprint: ['arxiv', 'preprint'],
  url_dataset: ['data', 'dataset'],
  slides: ['deck', 'presentation', 'slide', 'slides_url', 'slideshow'],
  url_video: ['recording', 'video', 'video_url', 'vimeo', 'recording_url'],
  link: ['website', 'webpage', 'homepage'],
};

/** Keys for a time of day, which is a part of a date here. */
const TIMES: Readonly<Record<string, string>> = {
  ...{ time: 'date', start_time: 'date', begin: 'date' },
  ...{ end_time: 'date_end', finish_time: 'date_end' },
};

const byName = new Map(
  Object.entries(SYNONYMS).flatMap(([key, names]) => names.map((name) => [name, key] as const)),
);

/**
 * Returns the known key with the meaning of an unknown one, such as `url_video` for `video`, with what else to know as a
 * sentence after a blank. Undefined if there is none.
 */
export function findSynonym(
  name: string,
  known: readonly string[],
): { key: string; advice: string } | undefined {
  const word = name.toLowerCase().replaceAll('-', '_');
  const dateKey = findOwn(TIMES, word);
  const key = dateKey ?? byName.get(word);
  if (key === undefined || !known.includes(key)) return undefined;
  const advice = dateKey ? ` Write the day and the time there: ${key}: 2024-05-22 14:00.` : '';
  return { key, advice };
}
