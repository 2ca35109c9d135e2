import type { Finding } from '../../schema/finding.ts';
import type { PostFrontMatter } from '../../schema/post.ts';
import type { Addresses } from '../page/addresses.ts';
import { type Author, toAuthors } from '../page/author.ts';
import type { PageLink } from '../page/link.ts';
import { compareText } from '../page/lists.ts';
import { toDeckLinks, type FindFile, toPageLinks } from '../page/page-links.ts';
import { firstText, pageTexts, type RichText, type RawText } from '../page/page-texts.ts';
import {
  type CheckContext,
  type Page,
  type PageSite,
  type PageSource,
  toPage,
} from '../page/page.ts';
import { rawLinks } from '../page/raw-links.ts';
import { rawTags } from '../page/tags.ts';
import { toInstant, toWhen, type When } from '../page/when.ts';

export interface Post extends Page {
  /** In the order written. */
  authors: Author[];
  /** Its day; absent for what is not dated. */
  day?: When;
  /** The same in milliseconds since 1970. */
  published?: number;
  /** The day of its last change, if that came later and its author says so. */
  changed?: When;
  revised?: number;
  /** Where it appeared first. */
  venue?: RichText;
  links: PageLink[];
  tags: string[];
  /** Whether a table of contents is wanted; without a word, its length decides. */
  toc?: boolean;
}

export interface PostSource extends PageSource {
  frontMatter: PostFrontMatter;
  findFile: FindFile;
}

/** The whole meaning of one post's file. Without a `publishDate` it is not shown before its day. */
export function toPost(source: PostSource, site: PageSite): Post {
  const { frontMatter: fm, texts, findFile } = source;
  const publishDate = fm.publishDate ?? fm.date;
  const published = fm.date && toInstant(fm.date, site);
  const revised = fm.lastmod && toInstant(fm.lastmod, site);
  const dayOf = (start: NonNullable<typeof fm.date>) =>
    toWhen({ start, allDay: true, zone: site.timezone, z: site.z });
  const isChanged = revised !== undefined && revised > (published ?? -Infinity);
  return {
    ...toPage({ ...source, frontMatter: { ...fm, publishDate } }, 'posts', site),
    authors: toAuthors(fm, site),
    ...(fm.date && { day: dayOf(fm.date) }),
    ...(published !== undefined && { published }),
    ...(isChanged && fm.lastmod && { changed: dayOf(fm.lastmod), revised }),
    ...(texts['venue'] && { venue: texts['venue'] }),
    links: toPageLinks(rawLinks(fm), findFile, toDeckLinks(fm, site.findDeck)),
    tags: rawTags(fm),
    ...(fm.toc !== undefined && { toc: fm.toc }),
  };
}

/** Newest first; what is not dated stands last, by its address. */
export function sortPosts(posts: readonly Post[]): Post[] {
  const key = ({ published }: Post) => published ?? -Infinity;
  return [...posts].sort((a, b) =>
    key(a) === key(b) ? compareText(a.slug, b.slug) : key(b) - key(a),
  );
}

/**
 * The years of posts and where each begins, in a list of which so many stand on a page.
 * @param posts All, newest first.
 */
export function postYears(
  posts: readonly Post[],
  pageSize: number,
  { section, page }: Pick<Addresses, 'section' | 'page'>,
): { year: number; href: string }[] {
  const years = new Map<number, string>();
  for (const [i, { day }] of posts.entries()) {
    const number = Math.floor(i / pageSize) + 1;
    const list = number === 1 ? section('posts') : page('posts', String(number));
    if (day && !years.has(day.start.year))
      years.set(day.start.year, `${list}#year-${day.start.year}`);
  }
  return [...years].map(([year, href]) => ({ year, href }));
}

/** Posts under their years, in their order. */
export function postsByYear(posts: readonly Post[]): { year?: number; posts: Post[] }[] {
  const years = Map.groupBy(posts, ({ day }) => day?.start.year);
  return [...years].map(([year, found]) => ({
    ...(year !== undefined && { year }),
    posts: found,
  }));
}

/** The texts of a post. */
export function postTexts(post: PostFrontMatter): RawText[] {
  return [...pageTexts(post), ...firstText(post, 'venue', 'line')];
}

/** Returns the problems with the date of a post. Without a context, future dates are not checked. */
export function checkPost(
  { date, publishDate }: PostFrontMatter,
  context?: CheckContext,
): Finding[] {
  if (!date) return [undated];
  const isToCome = context && toInstant(date, { ...context, z: 'utc' }) > context.now;
  return isToCome && !publishDate ? [notYet] : [];
}

const undated: Finding = {
  path: ['date'],
  severity: 'warning',
  code: 'post/undated',
  message: 'date is missing, so the post is last in the list and has no date in the feed',
  remedy: 'Add the day, for example date: 2024-05-22.',
};

const notYet: Finding = {
  path: ['date'],
  severity: 'note',
  code: 'post/future-date',
  message: 'date is in the future, so the post is not published yet',
  remedy:
    'It is published by the first build after that date. To publish it now, add publishDate: with a past date.',
};
