import { z } from 'zod';
import { isEmpty } from './field.ts';
import { isOtherPage } from './other-pages.ts';
import { pageLinks } from './page-links.ts';
import { talkText } from './talk-text.ts';
import { START_KEYS, talkWhen } from './talk-when.ts';

/** Where an unreadable date may stand: then nothing is said of a missing one. */
const dateKeys = new Set<PropertyKey | undefined>([...START_KEYS, 'deliveries']);

/**
 * What the front matter of a talk may hold. Unknown keys are dropped here and reported by
 * `checkSchema`; a map, list or text in the wrong place is an issue with its code and remedy.
 */
export const talkSchema = z
  .object({ ...talkText, ...talkWhen, ...pageLinks })
  .refine((talk) => hasStart(talk) || hasDatedDeliveries(talk), {
    path: ['date'],
    error: 'is missing or empty',
    params: { code: 'date-missing', remedy: 'Write date: and the day, such as 2024-05-22.' },
    when: ({ issues }) => !issues.some(({ path }) => dateKeys.has(path?.[0])),
  })
  .meta({
    title: 'talk',
    anyOf: [...START_KEYS, 'deliveries'].map((key) => ({ required: [key] })),
  });

/** A talk's front matter after reading: trimmed, with absent keys undefined. */
export type TalkFrontMatter = z.output<typeof talkSchema>;

/** Keys of other themes that have no meaning here and are passed over without a word. */
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

/** Every key a talk may hold, in its own spelling. */
export const talkKeys: readonly string[] = [...Object.keys(talkSchema.shape), ...ignoredTalkKeys];

/**
 * True for the pages of other themes that lie among talks: widgets, and pages without a day that
 * are lists, landing pages, or of another collection.
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
