import { pagesOfDeck, type Deck } from '../model/deck.ts';
import type { Page } from '../model/page.ts';
import { getDecks } from './decks.ts';
import type { PageCollection } from './entries.ts';
import { getCourses } from './courses.ts';
import { getPageFiles } from './pages.ts';
import { getPeople } from './people.ts';
import { getPlainPages } from './plain-pages.ts';
import { getPosts } from './posts.ts';
import { getProjects } from './projects.ts';
import { getPublications } from './publications.ts';
import { getTalks } from './talks.ts';

/** The pages of every section that a visitor may see, in the order of its list. */
export async function getSections(): Promise<Record<PageCollection, readonly Page[]>> {
  const { all } = await getTalks();
  return {
    talks: all,
    publications: await getPublications(),
    projects: await getProjects(),
    posts: await getPosts(),
    teaching: await getCourses(),
    people: await getPeople(),
    pages: await getPlainPages(),
    slides: await getDecks(),
  };
}

/** The pages that show a deck as theirs, talks first; those that are not for everybody only where it is not. */
export async function getPagesOfDeck(deck: Deck): Promise<Page[]> {
  const pages = Object.values(await getSections()).flat();
  return pagesOfDeck(deck, pages).filter((page) => deck.private || !page.private);
}

/** A file that is published beside a page. */
export interface BesidePage {
  section: PageCollection;
  slug: string;
  /** Its name in the bundle. */
  file: string;
}

export async function getFilesBesidePages(): Promise<BesidePage[]> {
  const sections = Object.entries(await getSections()) as [PageCollection, readonly Page[]][];
  const found = sections.flatMap(([section, pages]) =>
    pages.map(async ({ slug }) => {
      const files = await getPageFiles(section, slug);
      return files.map((file) => ({ section, slug, file }));
    }),
  );
  return (await Promise.all(found)).flat();
}
