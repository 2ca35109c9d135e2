import { z } from 'zod';
import { isEmpty } from './field.ts';
import { isOtherPage } from './other-pages.ts';
import { pageLinks } from './page-links.ts';
import { talkText } from './talk-text.ts';
import { START_KEYS, talkWhen } from './talk-when.ts';

/** The keys of dates. If one of them is invalid, a missing date is not reported. */
const dateKeys = new Set<PropertyKey | undefined>([...START_KEYS, 'deliveries']);

/**
 * The schema of the front matter of a talk. It drops unknown keys, which `checkSchema` reports. A value
 * of the wrong type is an issue with its code and remedy.
 */
export const talkSchema = z
  .object({ ...talkText, ...talkWhen, ...pageLinks })
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

/** Keys of other themes that are ignored without a warning. */
export const ignoredTalkKeys: readonly string[] = [
  ...[
    'active',
    'advanced',
    'build',
    'cascade',
    'citation_image',
    'cms_exclude',
    'collection',
    'commentable',
  ],
  ...['comments', 'content', 'content_meta', 'cover', 'cssclass', 'design', 'diagram', 'editable'],
  ...['extra', 'format', 'gallery', 'gallery_item', 'headless', 'highlight'],
  ...['highlight_languages', 'highlight_style', 'icon', 'icon_pack', 'id', 'isCJKLanguage'],
  ...['lang', 'language', 'layout', 'linkTitle', 'list_format', 'markup', 'menu', 'output'],
  ...['outputs', 'pager', 'params', 'past', 'profile', 'publicity_entry', 'reading_time'],
  ...['resources', 'robots', 'sections', 'seo', 'series', 'share', 'show_breadcrumb'],
  ...['show_date', 'show_related', 'sitemap', 'spacing', 'toc'],
  ...['translationKey', 'upcoming', 'url', 'view', 'weight', 'widget'],
];

/** All keys accepted in a talk, in their spelling. */
export const talkKeys: readonly string[] = [...Object.keys(talkSchema.shape), ...ignoredTalkKeys];

/**
 * Returns whether a file among talks is another kind of page of an older theme: a widget, or a page
 * without a date that is a list, a landing page, or part of another collection.
 */
export function isNotATalk(data: Record<string, unknown>): boolean {
  const dated = [...START_KEYS, 'date_end', 'deliveries'].some((key) => !isEmpty(data[key]));
  if (dated || isOtherPage(data, dated)) return isOtherPage(data, dated);
  const collection = String(data['collection'] ?? '');
  return /\S/.test(collection) && !/talk|event|presentation/i.test(collection);
}

type Times = Partial<Record<(typeof START_KEYS)[number], unknown>>;

function hasStart(talk: Times): boolean {
  return START_KEYS.some((key) => talk[key] !== undefined);
}

function hasDatedDeliveries({ deliveries }: { deliveries?: { date?: unknown }[] | undefined }) {
  return deliveries?.every(({ date }) => date !== undefined) ?? false;
}
