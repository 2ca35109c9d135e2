import type { SitePages } from '../model/site/site-address.ts';
import { now } from '../content/site/now.ts';
import { publishBuildEvent } from '../content/validate/channels.ts';
import { isChapter } from '../model/course/chapters.ts';
import { sortCourses, toCourse } from '../model/course/course.ts';
import { createDeckFinder, toDeck, type Deck } from '../model/deck/deck.ts';
import { isPublic, type Page, type PageSite } from '../model/page/page.ts';
import { findNextInstant } from '../model/site/passed-instants.ts';
import {
  summariseCourse,
  summariseDeck,
  summarisePerson,
  summarisePlainPage,
  summarisePost,
  summariseProject,
  summarisePublication,
  type PageSummary,
} from '../model/site/page-summary.ts';
import { createPersonLookup, findOwner } from '../model/person/person-lookup.ts';
import { groupPeople } from '../model/person/people-groups.ts';
import { toPerson, type Person } from '../model/person/person.ts';
import { sortPlainPages, toPlainPage } from '../model/plain-page/plain-page.ts';
import { sortPosts, toPost } from '../model/post/post.ts';
import { sortProjects, toProject } from '../model/project/project.ts';
import type { Citable } from '../model/publication/citable.ts';
import { sortPublications, toPublication } from '../model/publication/publication.ts';
import { toPublicationFilters } from '../model/publication/publication-filters.ts';
import { toKindFilters, toMaterialFilters, type TalkFilter } from '../model/talk/talk-filters.ts';
import { toSchedule, type Schedule } from '../model/talk/schedule.ts';
import { toTalk, type Talk } from '../model/talk/talk.ts';
import {
  groupDeliveriesByTag,
  groupDeliveriesByYear,
  toTalkDeliveries,
  toMainDeliveries,
  type TalkDelivery,
} from '../model/talk/talk-deliveries.ts';
import { getSettings, getPageEntries, type PageCollection, type PageEntry } from './entries.ts';
import { memoize } from './memoize.ts';

export { now };

/** The public talks, in the orders and groups that pages need. */
export interface Talks {
  /** Newest first. */
  all: Talk[];
  /** Every delivery, newest first. */
  deliveries: TalkDelivery[];
  /** Each talk once, by its next or latest delivery, newest first. */
  byLatestDelivery: TalkDelivery[];
  /** The latest first, with their deliveries. */
  years: ReturnType<typeof groupDeliveriesByYear>;
  tags: ReturnType<typeof groupDeliveriesByTag>;
  kinds: TalkFilter[];
  materials: TalkFilter[];
  schedule: Schedule;
}

/** Returns all talks. Drafts and talks that are not yet public are included only in dev. */
export const getTalks = memoize(async (): Promise<Talks> => {
  const { addresses } = await getSettings();
  const talks = await loadPages('talks', toTalk);
  const byLatestDelivery = toMainDeliveries(talks, now);
  const all = byLatestDelivery.map(({ talk }) => talk);
  const deliveries = toTalkDeliveries(all);
  return {
    all,
    deliveries,
    byLatestDelivery,
    years: groupDeliveriesByYear(deliveries),
    tags: groupDeliveriesByTag(byLatestDelivery),
    kinds: toKindFilters(all, addresses),
    materials: toMaterialFilters(all, addresses),
    schedule: toSchedule(all, now),
  };
});

/** Returns the public publications, newest first. */
export const getPublications = memoize(async () => {
  const publications = await loadPages('publications', (source, site) => {
    const citable = source.extra as Citable | undefined;
    return toPublication({ ...source, citable }, site);
  });
  return sortPublications(publications);
});

/** Returns the filters of the list of publications. */
export const getPublicationFilters = memoize(async () => {
  const { addresses } = await getSettings();
  return toPublicationFilters(await getPublications(), addresses);
});

/** Returns the public projects, in the order of their list. */
export const getProjects = memoize(async () =>
  sortProjects(await loadPages('projects', toProject)),
);

/** Returns the public posts, newest first. */
export const getPosts = memoize(async () => sortPosts(await loadPages('posts', toPost)));

/** Returns the public courses and their chapters, the latest first. */
export const getCoursePages = memoize(async () =>
  sortCourses(await loadPages('teaching', toCourse)),
);

/** Returns the public courses, the latest first. */
export const getCourses = memoize(async () =>
  (await getCoursePages()).filter((course) => !isChapter(course)),
);

/** Returns the public plain pages, in the order of a menu. */
export const getPlainPages = memoize(async () =>
  sortPlainPages(await loadPages('pages', toPlainPage)),
);

/** Returns all people, including drafts, whose names are still needed for lists of authors. */
const getAllPeople = memoize(async (): Promise<Person[]> => {
  const site = await getSettings();
  const sources = await getPageEntries('people');
  const owner = findOwner(sources, site.name);
  return sources.map((source) => toPerson(source, { ...site, owner: site.name }, source === owner));
});

/** Returns the people with public pages, including the owner of the site. */
export const getPeople = memoize(async () => selectPublic(await getAllPeople()));

/** Returns the owner of the site, if there is a file about them. */
export async function getOwner(): Promise<Person | undefined> {
  return (await getPeople()).find(({ isOwner }) => isOwner);
}

/** Returns the groups of the list of people; empty if the site has no such list. */
export async function getPeopleGroups() {
  const { peopleGroups } = await getSettings();
  return groupPeople(await getPeople(), peopleGroups);
}

/** Returns a lookup of people by the names in lists of authors. */
const getPersonLookup = memoize(async () => {
  const publicSlugs = new Set((await getPeople()).map(({ slug }) => slug));
  return createPersonLookup(
    await getAllPeople(),
    (person) => !person.private && publicSlugs.has(person.slug),
  );
});

/** Returns the public decks, by their addresses. */
export const getDecks = memoize(async (): Promise<Deck[]> => {
  const [site, findPerson] = [await getSettings(), await getPersonLookup()];
  const sources = await getPageEntries('slides');
  const decks = sources.map((source) =>
    toDeck({ ...source, name: String(source.extra) }, { ...site, owner: site.name, findPerson }),
  );
  return selectPublic(decks);
});

/** Returns a function that finds decks by their names. */
const getDeckFinder = memoize(async () => createDeckFinder(await getDecks()));

/** Returns the public pages of every section, in the order of its list. */
export async function getSitePages(): Promise<SitePages> {
  const { all } = await getTalks();
  return {
    talks: all,
    publications: await getPublications(),
    projects: await getProjects(),
    posts: await getPosts(),
    teaching: await getCoursePages(),
    people: await getPeople(),
    pages: await getPlainPages(),
    slides: await getDecks(),
  };
}

type SummarisedSection = Exclude<PageCollection, 'talks'>;

/** Returns a summary of each public page of each section but talks. */
export const getPageSummaries = memoize(
  async (): Promise<Record<SummarisedSection, PageSummary[]>> => {
    const { language } = await getSettings();
    const people = (await getPeople()).filter(({ isOwner }) => !isOwner);
    const summaries = {
      publications: (await getPublications()).map(summarisePublication),
      projects: (await getProjects()).map(summariseProject),
      posts: (await getPosts()).map((post) => summarisePost(post, language)),
      teaching: (await getCourses()).map(summariseCourse),
      people: people.map(summarisePerson),
      pages: (await getPlainPages()).map(summarisePlainPage),
      slides: (await getDecks()).map(summariseDeck),
    };
    return Object.fromEntries(
      Object.entries(summaries).map(([section, sectionSummaries]) => [
        section,
        sectionSummaries.filter(({ page }) => !page.private),
      ]),
    ) as typeof summaries;
  },
);

/** Loads the public pages of a section. */
async function loadPages<C extends PageCollection, P extends Page>(
  collection: C,
  toModel: (source: PageEntry<C>, site: PageSite) => P,
): Promise<P[]> {
  const site = await getSettings();
  const [findPerson, findDeck] = [await getPersonLookup(), await getDeckFinder()];
  const sources = await getPageEntries(collection);
  return selectPublic(
    sources.map((source) => toModel(source, { ...site, owner: site.name, findPerson, findDeck })),
  );
}

/** Returns the public pages; in dev all pages, with those that are not public as drafts. */
function selectPublic<P extends Page>(pages: readonly P[]): P[] {
  if (import.meta.env.DEV) return pages.map((page) => ({ ...page, draft: !isPublic(page, now) }));
  publishBuildEvent({ kind: 'valid', until: findNextInstant(pages, now) });
  return pages.filter((page) => isPublic(page, now));
}
