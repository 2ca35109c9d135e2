import type { Page } from '../model/page.ts';
import type { TieList } from '../model/tie.ts';
import { tiePages } from '../model/ties.ts';
import { getCourses } from './courses.ts';
import { now } from './now.ts';
import { once } from './once.ts';
import { getPlainPages } from './plain-pages.ts';
import { getPosts } from './posts.ts';
import { getProjects } from './projects.ts';
import { getPublications } from './publications.ts';
import { getTalks } from './talks.ts';

const getAllTies = once(async () => {
  const { all: talks } = await getTalks();
  const pages = {
    talks,
    publications: await getPublications(),
    projects: await getProjects(),
    posts: await getPosts(),
    teaching: await getCourses(),
    pages: await getPlainPages(),
  };
  return tiePages(pages, now);
});

/** The pages that go with a page, and whether a formula may stand in one of their titles. */
export async function getTies({ href }: Page): Promise<{ ties: TieList[]; tiedMath: boolean }> {
  const ties = (await getAllTies()).get(href) ?? [];
  return { ties, tiedMath: ties.some((list) => list.ties.some(({ page }) => page.hasMath)) };
}
