import { tableOfContents } from '../markdown/html/table-of-contents.ts';
import { wantsContents, type Heading } from '../model/heading.ts';
import { sortPosts, toPost, type Post } from '../model/post.ts';
import { once } from './once.ts';
import { getPageHtml } from './page-html.ts';
import { readPages } from './pages.ts';

/** The posts that a visitor may see, newest first. */
export const getPosts = once(async () => sortPosts(await readPages('posts', toPost)));

/** The body of a post as HTML, for feeds. */
export function getPostHtml(post: Post): Promise<string> {
  return getPageHtml('posts', post);
}

/** The headings of its table of contents; none for a post without one. */
export async function getContents(post: Post): Promise<Heading[]> {
  if (post.toc === false) return [];
  const headings = tableOfContents(await getPostHtml(post));
  return wantsContents(post.toc, headings) ? headings : [];
}
