import type { Post } from '../../model/post.ts';
import type { Site } from '../../model/site/site.ts';
import { toDescription } from '../head/describe-page.ts';
import { linkToFile } from './feed-delivery.ts';
import { toFeedHtml } from './feed-html.ts';
import type { FeedItem } from './feed-item.ts';
import { mostItems } from './feed-order.ts';
import { toSearchText } from '../search-text.ts';

/**
 * The newest posts as a feed tells of them, without private ones.
 * @param now In milliseconds since 1970. Nothing is dated later.
 * @param bodyOf The HTML that a post's text below the front matter gives on its page.
 */
export function toPostItems(
  site: Site,
  posts: readonly Post[],
  now: number,
  bodyOf: (post: Post) => Promise<string>,
): Promise<FeedItem[]> {
  const open = posts.filter((post) => !post.private).slice(0, mostItems);
  return Promise.all(open.map(async (post) => toItem(site, post, now, await bodyOf(post))));
}

function toItem(site: Site, post: Post, now: number, body: string): FeedItem {
  const { title, subtitle, summary, links, published = Infinity, revised = Infinity } = post;
  const url = site.absolute(post.href);
  const opening = [subtitle?.html, links.map(linkToFile).join(' · '), !body && summary?.html];
  const paragraphs = opening.filter(Boolean).map((html) => `<p>${html}</p>`);
  const html = [...paragraphs, body].join('\n').trim();
  return {
    url,
    title: title.text,
    summary: summary?.text ?? (firstWords(html) || title.text),
    html: toFeedHtml(html || `<p>${title.html}</p>`, url),
    authors: post.authors.map(({ name }) => name),
    tags: post.tags,
    slides: [],
    ...(published <= now && { published }),
    ...(revised <= now && { revised }),
  };
}

/** How a text begins, where nobody has summed it up. */
function firstWords(html: string): string {
  return toDescription(toSearchText(/<p\b[^>]*>[^]*?<\/p>/.exec(html)?.[0] ?? ''));
}
