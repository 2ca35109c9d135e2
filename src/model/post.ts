import type { PostFrontMatter } from '../schema/post.ts';
import { toAuthors, type Author } from './person/author.ts';
import { deckLink } from './deck-link.ts';
import type { TalkLink } from './link.ts';
import { compareText } from './order.ts';
import { toPage, type Page, type PageSite, type PageSource } from './page.ts';
import type { RichText } from './rich-text.ts';
import { writtenTags } from './tag.ts';
import { toLinks, type FindFile } from './talk/talk-links.ts';
import type { Addresses } from './site/url.ts';
import { toWhen, type When, instantOf } from './talk/when.ts';
import { writtenLinks } from './written-links.ts';
import { firstText, type WrittenText } from './written-text.ts';
import { pageTexts } from './written-texts.ts';

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
  links: TalkLink[];
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
  const published = fm.date && instantOf(fm.date, site);
  const revised = fm.lastmod && instantOf(fm.lastmod, site);
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
    links: toLinks(writtenLinks(fm), findFile, deckLink(fm, site.findDeck)),
    tags: writtenTags(fm),
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
export function postTexts(post: PostFrontMatter): WrittenText[] {
  return [...pageTexts(post), ...firstText(post, 'venue', 'line')];
}
