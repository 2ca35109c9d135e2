import { groupPagesByDeck, type Deck } from '../model/deck/deck.ts';
import type { Page } from '../model/page/page.ts';
import type { Author } from '../model/page/author.ts';
import { groupByKeys } from '../model/page/lists.ts';
import type { Person } from '../model/person/person.ts';
import {
  type RelatedGroup,
  toRelatedPost,
  toRelatedWork,
  relatePages,
  toRelatedGroup,
} from '../model/site/related-pages.ts';
import {
  getCoursePages,
  getPlainPages,
  getPosts,
  getProjects,
  getPublications,
  getSitePages,
  getTalks,
  now,
} from './collections.ts';
import { memoize } from './memoize.ts';

const getRelatedGroups = memoize(async () => {
  const { all: talks } = await getTalks();
  const pages = {
    talks,
    publications: await getPublications(),
    projects: await getProjects(),
    posts: await getPosts(),
    teaching: await getCoursePages(),
    pages: await getPlainPages(),
  };
  return relatePages(pages, now);
});

/** Returns the related pages of a page, and whether one of their titles may contain a formula. */
export async function getRelatedPages({
  href,
}: Page): Promise<{ relatedPages: RelatedGroup[]; relatedHasMath: boolean }> {
  const relatedPages = (await getRelatedGroups()).get(href) ?? [];
  const relatedHasMath = relatedPages.some((group) => group.pages.some(({ page }) => page.hasMath));
  return { relatedPages, relatedHasMath };
}

/** Returns what a person is an author of: talks and publications, newest first, and all other pages. */
export async function getItemsByPerson({ slug }: Person) {
  const { talks, publications, projects, posts } = await getItemsByAuthor();
  return {
    talks: talks.get(slug) ?? [],
    publications: publications.get(slug) ?? [],
    others: [
      ...toRelatedGroup('projects', (projects.get(slug) ?? []).map(toRelatedWork)),
      ...toRelatedGroup('posts', (posts.get(slug) ?? []).map(toRelatedPost)),
    ],
  };
}

/** Returns the pages of each author who has a page, by its slug. */
const getItemsByAuthor = memoize(async () => {
  const toSlugs = ({ authors }: { authors: readonly Author[] }) =>
    authors.flatMap((author) => author.slug ?? []);
  const isListed = (page: Page) => !page.private;
  return {
    talks: groupByKeys((await getTalks()).byLatestDelivery, ({ talk }) => toSlugs(talk)),
    publications: groupByKeys(await getPublications(), toSlugs),
    projects: groupByKeys((await getProjects()).filter(isListed), toSlugs),
    posts: groupByKeys((await getPosts()).filter(isListed), toSlugs),
  };
});

/** Returns the pages that show a deck, talks first; private ones only if the deck is private. */
export async function getPagesOfDeck(deck: Deck): Promise<Page[]> {
  const pages = (await getPagesByDeck()).get(deck.slug) ?? [];
  return pages.filter((page) => deck.private || !page.private);
}

const getPagesByDeck = memoize(async () => {
  const pages: readonly Page[] = Object.values(await getSitePages()).flat();
  return groupPagesByDeck(pages);
});
