import { toFirstSlide } from '../markdown/slides/first-slide.ts';
import { toTableOfContents } from '../markdown/html/table-of-contents.ts';
import type { DeckOpening } from '../model/deck/deck.ts';
import { hasTableOfContents, type Heading } from '../model/page/table-of-contents.ts';
import type { PageLink } from '../model/page/link.ts';
import type { Post } from '../model/post/post.ts';
import { getDecks } from './collections.ts';
import { getPageBody, getPageEntry } from './entries.ts';
import { memoize } from './memoize.ts';
import { getPageHtml } from './page-html.ts';

/** Returns the body of a talk as a component, and its title as written. */
export async function getTalkBody(slug: string) {
  const { data } = await getPageEntry('talks', slug);
  return { Content: await getPageBody('talks', slug), rawTitle: data.frontMatter.title };
}

/** Returns the body of a post as HTML, for feeds. */
export function getPostHtml(post: Post): Promise<string> {
  return getPageHtml('posts', post);
}

/** Returns the table of contents of a post; empty for a post without one. */
export async function getTableOfContents(post: Post): Promise<Heading[]> {
  if (post.toc === false) return [];
  const headings = toTableOfContents(await getPostHtml(post));
  return hasTableOfContents(post.toc, headings) ? headings : [];
}

/** Returns the first slide of the deck among the links of a page, if there is one. */
export async function getDeckOpening(links: readonly PageLink[]): Promise<DeckOpening | undefined> {
  const slug = links.find(({ deck }) => deck !== undefined)?.deck;
  const deck = slug === undefined ? undefined : (await getDecksBySlug()).get(slug);
  const opening = deck && toFirstSlide(await getPageHtml('slides', deck));
  return deck && opening && { ...opening, href: deck.href };
}

const getDecksBySlug = memoize(
  async () => new Map((await getDecks()).map((deck) => [deck.slug, deck])),
);
