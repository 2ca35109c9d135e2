import type { Finding } from '../../schema/finding.ts';
import type { PostFrontMatter } from '../../schema/post.ts';
import type { Addresses } from '../page/addresses.ts';
import { type Author, toAuthors } from '../page/author.ts';
import type { PageLink } from '../page/link.ts';
import { compareText } from '../page/lists.ts';
import { toDeckLinks, type FindFile, toPageLinks } from '../page/page-links.ts';
import { pickText, toPageTexts, type RichText, type RawText } from '../page/page-texts.ts';
import {
  type CheckContext,
  type Page,
  type PageSite,
  type PageSource,
  toPage,
} from '../page/page.ts';
import { toRawLinks } from '../page/raw-links.ts';
import { toRawTags } from '../page/tags.ts';
import { toFeedInstant, toInstant, toWhen, type When } from '../page/when.ts';

export interface Post extends Page {
  /** In the order of the file. */
  authors: Author[];
  /** The date; absent if there is none in the file. */
  day?: When;
  /** The date in milliseconds since 1970. */
  published?: number;
  /** The date for feeds, in milliseconds since 1970. */
  feedDate?: number;
  /** The day of the last change in the file, if it is after the date. */
  changed?: When;
  /** The same for feeds, in milliseconds since 1970. */
  revised?: number;
  /** Where it was first published. */
  venue?: RichText;
  links: PageLink[];
  tags: string[];
  /** Whether the author wants a table of contents; absent if the length of the post decides. */
  toc?: boolean;
}

export interface PostSource extends PageSource {
  frontMatter: PostFrontMatter;
  findFile: FindFile;
}

/** Converts the file of a post. Without a `publishDate` the post is not public before its date. */
export function toPost(source: PostSource, site: PageSite): Post {
  const { frontMatter: fm, texts, findFile } = source;
  const publishDate = fm.publishDate ?? fm.date;
  const published = fm.date && toInstant(fm.date, site);
  const revised = fm.lastmod && toInstant(fm.lastmod, site);
  const toDate = (start: NonNullable<typeof fm.date>) =>
    toWhen({ start, allDay: true, zone: site.timezone, z: site.z });
  const isChanged = revised !== undefined && revised > (published ?? -Infinity);
  return {
    ...toPage({ ...source, frontMatter: { ...fm, publishDate } }, 'posts', site),
    authors: toAuthors(fm, site),
    ...(fm.date && { day: toDate(fm.date) }),
    ...(published !== undefined && { published }),
    ...(fm.date && { feedDate: toFeedInstant(fm.date, site) }),
    ...(isChanged &&
      fm.lastmod && { changed: toDate(fm.lastmod), revised: toFeedInstant(fm.lastmod, site) }),
    ...(texts['venue'] && { venue: texts['venue'] }),
    links: toPageLinks(toRawLinks(fm), findFile, toDeckLinks(fm, site.findDeck)),
    tags: toRawTags(fm),
    ...(fm.toc !== undefined && { toc: fm.toc }),
  };
}

/** Sorts posts: the newest first; those without a date last, by slug. */
export function sortPosts(posts: readonly Post[]): Post[] {
  const instant = ({ published }: Post) => published ?? -Infinity;
  return [...posts].sort((a, b) =>
    instant(a) === instant(b) ? compareText(a.slug, b.slug) : instant(b) - instant(a),
  );
}

/**
 * Returns the years of posts, each with the place in the paginated list where it begins.
 * @param posts All posts, newest first.
 * @param pageSize The number of posts on a page of the list.
 */
export function toPostYears(
  posts: readonly Post[],
  pageSize: number,
  { section, page }: Pick<Addresses, 'section' | 'page'>,
): { year: number; href: string }[] {
  const years = new Map<number, string>();
  for (const [i, { day }] of posts.entries()) {
    const pageNumber = Math.floor(i / pageSize) + 1;
    const list = pageNumber === 1 ? section('posts') : page('posts', String(pageNumber));
    if (day && !years.has(day.start.year))
      years.set(day.start.year, `${list}#year-${day.start.year}`);
  }
  return [...years].map(([year, href]) => ({ year, href }));
}

/** Groups posts by year, in their order. */
export function groupPostsByYear(posts: readonly Post[]): { year?: number; posts: Post[] }[] {
  const years = Map.groupBy(posts, ({ day }) => day?.start.year);
  return [...years].map(([year, yearPosts]) => ({
    ...(year !== undefined && { year }),
    posts: yearPosts,
  }));
}

/** Returns the texts of a post. */
export function toPostTexts(post: PostFrontMatter): RawText[] {
  return [...toPageTexts(post), ...pickText(post, 'venue', 'line')];
}

/** Returns the problems with the date of a post. Without a context, future dates are not checked. */
export function checkPost(
  { date, publishDate }: PostFrontMatter,
  context?: CheckContext,
): Finding[] {
  if (!date) return [undatedFinding];
  const isFuture = context && toInstant(date, { ...context, z: 'utc' }) > context.now;
  return isFuture && !publishDate ? [futureDateFinding] : [];
}

const undatedFinding: Finding = {
  path: ['date'],
  code: 'post/undated',
  message: 'date is missing, so the post is last in the list and has no date in the feed',
  remedy: 'Add the day, for example date: 2024-05-22.',
};

const futureDateFinding: Finding = {
  path: ['date'],
  code: 'post/future-date',
  message: 'date is in the future, so the post is not published yet',
  remedy:
    'It is published by the first build after that date. To publish it now, add publishDate: with a past date.',
};
