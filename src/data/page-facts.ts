import {
  courseFacts,
  deckFacts,
  personFacts,
  plainPageFacts,
  postFacts,
  projectFacts,
  publicationFacts,
  type PageFacts,
} from '../model/page-facts.ts';
import { getCourses } from './courses.ts';
import { getDecks } from './decks.ts';
import type { PageCollection } from './entries.ts';
import { once } from './once.ts';
import { getPeople } from './people.ts';
import { getPlainPages } from './plain-pages.ts';
import { getPosts } from './posts.ts';
import { getProjects } from './projects.ts';
import { getPublications } from './publications.ts';
import { getSettings } from './settings.ts';

type OtherSection = Exclude<PageCollection, 'talks'>;

/** What is told of the pages of each section but talks that anybody may find. */
export const getPageFacts = once(async (): Promise<Record<OtherSection, PageFacts[]>> => {
  const { language } = await getSettings();
  const people = (await getPeople()).filter(({ isOwner }) => !isOwner);
  const facts = {
    publications: (await getPublications()).map(publicationFacts),
    projects: (await getProjects()).map(projectFacts),
    posts: (await getPosts()).map((post) => postFacts(post, language)),
    teaching: (await getCourses()).map(courseFacts),
    people: people.map(personFacts),
    pages: (await getPlainPages()).map(plainPageFacts),
    slides: (await getDecks()).map(deckFacts),
  };
  return Object.fromEntries(
    Object.entries(facts).map(([section, found]) => [
      section,
      found.filter(({ page }) => !page.private),
    ]),
  ) as typeof facts;
});
