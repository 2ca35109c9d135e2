import { z } from 'zod';
import { dateField } from './date-text.ts';
import { deliveriesField, deliveryKeys } from './delivery.ts';
import { isMap } from './describe.ts';
import { isEmpty } from './field.ts';
import type { Finding } from './finding.ts';
import { ignoredPageKeys, isContentPage, pageBasics, pageLinks, titleField } from './page-keys.ts';
import { flagField, namesField, textField } from './text.ts';

/** The title and texts of a talk, and where it is given. */
export const talkTexts = {
  title: titleField('The title of the talk. Required.'),
  subtitle: pageBasics.subtitle,
  ...deliveryKeys,
  event_name: textField('The same as event, in newer themes.'),
  event_short: textField('The name of the event, used if event is missing.', 'WSS 2024'),
  venue: textField(
    'The event, in academicpages. If event is given as well, venue is the location.',
  ),
  deliveries: deliveriesField({
    description:
      'Where and when the talk is given, if it is given more than once. The keys of the talk are ' +
      'the defaults of each delivery. Default: one delivery with the keys of the talk.',
    examples: [[{ event: 'Example Seminar', date: '2027-03-03T14:00' }]],
  }),
  summary: textField('One or two sentences for lists and feeds. Default: taken from the abstract.'),
  abstract: textField('The abstract; may contain Markdown and TeX. Default: none.'),
  abstract_short: pageBasics.abstract_short,
  excerpt: pageBasics.excerpt,
  description: pageBasics.description,
  type: textField('The kind of talk, in academicpages.', 'Tutorial'),
  talk_type: textField('The kind of talk. Default: type.', 'Keynote'),
  publication: namesField('The same as publications.'),
  doi: textField(
    'The DOI of the talk or its slides, without https://doi.org/.',
    '10.5281/zenodo.1',
  ),
};

/** When the talk is given and when its page is published. */
export const talkDates = {
  date: dateField(
    'Day and time of the talk, in local time. If only the month or the year is known, write that; such a talk has no ' +
      'calendar event. Required, unless one of event_start, time_start, publishDate or lastmod is given.',
    '2024-05-22',
    '2024-05-22T15:00',
    '2024-05-22T15:00+02:00',
    '2024-05-22 15:00–16:30',
    '2024-05',
  ),
  date_end: dateField('The end of the talk. Default: not shown.', '2024-05-22T16:00'),
  event_start: dateField(
    'The start of the talk, in newer themes; date is then the date of publication.',
  ),
  event_end: dateField('The end of the talk, in newer themes.'),
  time_start: dateField(
    'The start of the talk, in older themes; date is then the date of publication.',
  ),
  time_end: dateField('The end of the talk, in older themes.'),
  publishDate: pageBasics.publishDate,
  lastmod: pageBasics.lastmod,
  expiryDate: pageBasics.expiryDate,
  all_day: flagField('Shows the day without a time. Default: false.', true),
  event_all_day: flagField('The same as all_day, in newer themes.', true),
  draft: flagField('Keeps the talk off the published site. Default: false.', true),
  published: pageBasics.published,
  private: flagField('Hides the page from feeds and search engines. Default: false.', true),
  featured: flagField('Shows the talk in large type on the home page. Default: false.', true),
  selected: pageBasics.selected,
  math: pageBasics.math,
  macros: pageBasics.macros,
};

/** The keys that set the start of a talk. The first one present is used. */
export const START_KEYS = ['event_start', 'time_start', 'date', 'publishDate', 'lastmod'] as const;

/** The keys of all dates of a talk. */
const allDateKeys: readonly string[] = [
  ...START_KEYS,
  ...['date_end', 'event_end', 'time_end', 'expiryDate'],
];

/** The keys of dates. If one of them is invalid, a missing date is not reported. */
const dateKeys = new Set<PropertyKey | undefined>([...START_KEYS, 'deliveries']);

/**
 * The schema of the front matter of a talk. It drops unknown keys, which `checkSchema` reports. A value
 * of the wrong type is an issue with its code and remedy.
 */
export const talkSchema = z
  .object({ ...talkTexts, ...talkDates, ...pageLinks })
  .refine((talk) => hasStart(talk) || hasDatedDeliveries(talk), {
    path: ['date'],
    error: 'is missing or empty',
    params: { code: 'date-missing', remedy: 'Add the day, for example date: 2024-05-22.' },
    when: ({ issues }) => !issues.some(({ path }) => dateKeys.has(path?.[0])),
  })
  .meta({
    title: 'talk',
    anyOf: [...START_KEYS, 'deliveries'].map((key) => ({ required: [key] })),
  });

/** The parsed front matter of a talk: trimmed, with absent keys undefined. */
export type TalkFrontMatter = z.output<typeof talkSchema>;

/** All keys accepted in a talk, in their spelling. */
export const talkKeys: readonly string[] = [...Object.keys(talkSchema.shape), ...ignoredPageKeys];

/**
 * Returns whether a file among talks is a talk. Older themes also keep widgets there, and pages without
 * a date that are lists, landing pages, or part of another collection.
 */
export function isTalk(data: Record<string, unknown>): boolean {
  const isDated = [...START_KEYS, 'date_end', 'deliveries'].some((key) => !isEmpty(data[key]));
  if (isDated || !isContentPage(data, isDated)) return isContentPage(data, isDated);
  const collection = String(data['collection'] ?? '');
  return !/\S/.test(collection) || /talk|event|presentation/i.test(collection);
}

/**
 * Chooses the code of a problem with the date or time zone of a talk. Only a problem that changes when the
 * talk takes place is an error. Returns other codes unchanged.
 * @param hasProblem Whether there is a problem with a key.
 */
export function toTalkCode(
  { path, code }: Pick<Finding, 'path' | 'code'>,
  data: Record<string, unknown>,
  hasProblem: (key: string) => boolean,
): string {
  const isDate = path.length === 1 && allDateKeys.includes(String(path[0]));
  const isDeliveryDate = path[0] === 'deliveries' && /^date(_end)?$/.test(String(path.at(-1)));
  if (isDate || isDeliveryDate) {
    if (code !== 'date-unreadable' && code !== 'wrong-shape') return code;
    if (isDeliveryDate) return path.at(-1) === 'date' ? 'date-unreadable' : 'date-ignored';
    return isStart(path[0], data, hasProblem) ? 'date-unreadable' : 'date-ignored';
  }
  return code === 'unknown-timezone' && !hasTimeOfDay(data) ? 'timezone-ignored' : code;
}

/** Returns whether a delivery starts at the value of a key, because no key before it has a valid date. */
function isStart(
  key: unknown,
  data: Record<string, unknown>,
  hasProblem: (key: string) => boolean,
): boolean {
  const deliveries = listDeliveries(data);
  const hasOwnDates = deliveries.length > 0 && deliveries.every(({ date }) => !isEmpty(date));
  const start = START_KEYS.find(
    (name) => !isEmpty(data[name]) && (name === key || !hasProblem(name)),
  );
  return !hasOwnDates && start === key;
}

function hasTimeOfDay(data: Record<string, unknown>): boolean {
  const dates = [data, ...listDeliveries(data)].flatMap((map) =>
    allDateKeys.map((key) => map[key]),
  );
  return dates.some((date) => typeof date === 'string' && /\d:\d\d/.test(date));
}

function listDeliveries({ deliveries }: Record<string, unknown>): Record<string, unknown>[] {
  return (Array.isArray(deliveries) ? deliveries : [deliveries]).filter(isMap);
}

type Times = Partial<Record<(typeof START_KEYS)[number], unknown>>;

function hasStart(talk: Times): boolean {
  return START_KEYS.some((key) => talk[key] !== undefined);
}

function hasDatedDeliveries({ deliveries }: { deliveries?: { date?: unknown }[] | undefined }) {
  return deliveries?.every(({ date }) => date !== undefined) ?? false;
}
