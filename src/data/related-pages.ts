import { findPagesWithDeck, type Deck } from '../model/deck/deck.ts';
import type { Page } from '../model/page/page.ts';
import type { Author } from '../model/page/author.ts';
import type { Person } from '../model/person/person.ts';
import {
  type RelatedGroup,
  toRelatedPost,
  toRelatedWork,
  relatePages,
  toRelatedGroup,
} from '../model/site/related-pages.ts';
import {
  getCourses,
  getPlainPages,
  getPosts,
  getProjects,
  getPublications,
  getSitePages,
  getTalks,
  now,
} from './collections.ts';
import { memoize } from './entries.ts';

const getRelatedGroups = memoize(async () => {
  const { all: talks } = await getTalks();
  const pages = {
    talks,
    publications: await getPublications(),
    projects: await getProjects(),
    posts: await getPosts(),
    teaching: await getCourses(),
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
  const { byLatestDelivery: talks } = await getTalks();
  const publications = await getPublications();
  const isBy = ({ authors }: { authors: readonly Author[] }) =>
    authors.some((author) => author.slug === slug);
  const isListed = (page: Parameters<typeof isBy>[0] & { private: boolean }) =>
    !page.private && isBy(page);
  return {
    talks: talks.filter(({ talk }) => isBy(talk)),
    publications: publications.filter(isBy),
    others: [
      ...toRelatedGroup('projects', (await getProjects()).filter(isListed).map(toRelatedWork)),
      ...toRelatedGroup('posts', (await getPosts()).filter(isListed).map(toRelatedPost)),
    ],
  };
}

/** Returns the pages that show a deck, talks first; private ones only if the deck is private. */
export async function getPagesOfDeck(deck: Deck): Promise<Page[]> {
  const pages: readonly Page[] = Object.values(await getSitePages()).flat();
  return findPagesWithDeck(deck, pages).filter((page) => deck.private || !page.private);
}
