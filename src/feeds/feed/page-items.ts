import type { Post } from '../../model/post/post.ts';
import type { Publication } from '../../model/publication/publication.ts';
import { escapeHtml } from '../../model/page/page-texts.ts';
import { toSearchText } from '../../model/page/search-text.ts';
import type { Site } from '../../model/site/site.ts';
import { toDescription } from '../text/description.ts';
import { toHtmlLinks, maxItems, type FeedItem } from './feed.ts';
import { toFeedHtml } from './feed-html.ts';

/**
 * Returns the newest posts as items of a feed, without private ones.
 * @param now In milliseconds since 1970. No item is dated later.
 * @param readBody Returns the HTML of the text below the front matter of a post.
 */
export function toPostItems(
  site: Site,
  posts: readonly Post[],
  now: number,
  readBody: (post: Post) => Promise<string>,
): Promise<FeedItem[]> {
  const newest = posts.filter((post) => !post.private).slice(0, maxItems);
  return Promise.all(newest.map(async (post) => toPostItem(site, post, now, await readBody(post))));
}

/**
 * Returns the newest publications as items of a feed, without private ones.
 * @param now In milliseconds since 1970. No item is dated later.
 */
export function toPublicationItems(
  site: Site,
  publications: readonly Publication[],
  now: number,
): FeedItem[] {
  const newest = publications.filter((publication) => !publication.private).slice(0, maxItems);
  return newest.map((publication) => toPublicationItem(site, publication, now));
}

function toPostItem(site: Site, post: Post, now: number, body: string): FeedItem {
  const { title, subtitle, summary, links, feedDate = Infinity, revised = Infinity } = post;
  const url = site.absolute(post.href);
  const paragraphs = toParagraphs([subtitle?.html, toHtmlLinks(links), body ? '' : summary?.html]);
  const html = [...paragraphs, body].join('\n').trim();
  return {
    url,
    title: title.text,
    summary: summary?.text ?? (describeFirstParagraph(html) || title.text),
    html: toFeedHtml(html || `<p>${title.html}</p>`, url),
    ...(post.language && { language: post.language }),
    authors: post.authors.map(({ name }) => name),
    tags: post.tags,
    slides: [],
    ...(feedDate <= now && { published: feedDate }),
    ...(revised <= now && { revised }),
  };
}

function toPublicationItem(site: Site, publication: Publication, now: number): FeedItem {
  const { title, venue, year, summary, abstract, links, tags } = publication;
  const { feedDate = Infinity } = publication;
  const url = site.absolute(publication.href);
  const authors = publication.authors.map(({ name }) => name);
  const venueLine = [venue?.html, year].filter(Boolean).join(', ');
  const paragraphs = toParagraphs([escapeHtml(authors.join(', ')), venueLine, toHtmlLinks(links)]);
  const text = abstract?.html ?? (summary && `<p>${summary.html}</p>`) ?? '';
  return {
    ...{ url, title: title.text, authors, tags, slides: [] },
    summary: summary?.text ?? abstract?.text.split('\n')[0] ?? title.text,
    html: toFeedHtml([...paragraphs, text].join('\n'), url),
    ...(publication.language && { language: publication.language }),
    ...(feedDate <= now && { published: feedDate }),
  };
}

function toParagraphs(lines: readonly (string | undefined)[]): string[] {
  return lines.filter(Boolean).map((html) => `<p>${html}</p>`);
}

function describeFirstParagraph(html: string): string {
  return toDescription(toSearchText(/<p\b[^>]*>[^]*?<\/p>/.exec(html)?.[0] ?? ''));
}
