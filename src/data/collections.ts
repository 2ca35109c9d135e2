import type { SitePages } from '../model/site/site-address.ts';
import { now } from '../content/site/now.ts';
import { sortCourses, toCourse } from '../model/course/course.ts';
import { createDeckFinder, toDeck, type Deck } from '../model/deck/deck.ts';
import { isPublic, type Page, type PageSite } from '../model/page/page.ts';
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
  groupByTag,
  groupByYear,
  toTalkDeliveries,
  toMainDeliveries,
  type TalkDelivery,
} from '../model/talk/talk-deliveries.ts';
import {
  getSettings,
  getPageEntries,
  memoize,
  type PageCollection,
  type PageEntry,
} from './entries.ts';

export { now };

/** The talks that a visitor may see, in the orders in which pages show them. */
export interface Talks {
  /** Newest first. */
  all: Talk[];
  /** Every delivery, newest first. */
  occasions: TalkDelivery[];
  /** Each talk once, by its next or latest delivery, newest first. */
  byLatestDelivery: TalkDelivery[];
  /** The latest first, with their deliveries. */
  years: ReturnType<typeof groupByYear>;
  tags: ReturnType<typeof groupByTag>;
  kinds: TalkFilter[];
  materials: TalkFilter[];
  programme: Schedule;
}

/** Returns all talks. Drafts and what is not yet published are included only in dev. */
export const getTalks = memoize(async (): Promise<Talks> => {
  const { addresses } = await getSettings();
  const shown = await readPages('talks', toTalk);
  const byLatestDelivery = toMainDeliveries(shown, now);
  const all = byLatestDelivery.map(({ talk }) => talk);
  const occasions = toTalkDeliveries(all);
  return {
    all,
    occasions,
    byLatestDelivery,
    years: groupByYear(occasions),
    tags: groupByTag(byLatestDelivery),
    kinds: toKindFilters(all, addresses),
    materials: toMaterialFilters(all, addresses),
    programme: toSchedule(all, now),
  };
});

/** Returns the publications that a visitor may see, newest first. */
export const getPublications = memoize(async () => {
  const found = await readPages('publications', (source, site) => {
    const citable = source.extra as Citable | undefined;
    return toPublication({ ...source, citable }, site);
  });
  return sortPublications(found);
});

/** Returns the filters of the list of publications. */
export const getPublicationFilters = memoize(async () => {
  const { addresses } = await getSettings();
  return toPublicationFilters(await getPublications(), addresses);
});

/** Returns the projects that a visitor may see, in the order of their list. */
export const getProjects = memoize(async () =>
  sortProjects(await readPages('projects', toProject)),
);

/** Returns the posts that a visitor may see, newest first. */
export const getPosts = memoize(async () => sortPosts(await readPages('posts', toPost)));

/** Returns the courses that a visitor may see, the latest first. */
export const getCourses = memoize(async () => sortCourses(await readPages('teaching', toCourse)));

/** Returns the pages of no other section that a visitor may see, in the order of a menu. */
export const getPlainPages = memoize(async () =>
  sortPlainPages(await readPages('pages', toPlainPage)),
);

/** Returns all people, including drafts: an author who is not shown still has a name. */
const getEverybody = memoize(async (): Promise<Person[]> => {
  const site = await getSettings();
  const sources = await getPageEntries('people');
  const owner = findOwner(sources, site.name);
  return sources.map((source) => toPerson(source, { ...site, owner: site.name }, source === owner));
});

/** Returns the people whom a visitor may see, the owner of the site among them. */
export const getPeople = memoize(async () => selectShown(await getEverybody()));

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
const getFindPerson = memoize(async () => {
  const shown = new Set((await getPeople()).map(({ slug }) => slug));
  return createPersonLookup(
    await getEverybody(),
    (person) => !person.private && shown.has(person.slug),
  );
});

/** Returns the decks that a visitor may see, by their addresses. */
export const getDecks = memoize(async (): Promise<Deck[]> => {
  const [site, findPerson] = [await getSettings(), await getFindPerson()];
  const sources = await getPageEntries('slides');
  const decks = sources.map((source) =>
    toDeck({ ...source, name: String(source.extra) }, { ...site, owner: site.name, findPerson }),
  );
  return selectShown(decks);
});

const getFindDeck = memoize(async () => createDeckFinder(await getDecks()));

/** Returns the pages of every section that a visitor may see, in the order of its list. */
export async function getSitePages(): Promise<SitePages> {
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

type OtherSection = Exclude<PageCollection, 'talks'>;

/** Returns a summary of each public page of each section but talks. */
export const getPageSummaries = memoize(async (): Promise<Record<OtherSection, PageSummary[]>> => {
  const { language } = await getSettings();
  const people = (await getPeople()).filter(({ isOwner }) => !isOwner);
  const facts = {
    publications: (await getPublications()).map(summarisePublication),
    projects: (await getProjects()).map(summariseProject),
    posts: (await getPosts()).map((post) => summarisePost(post, language)),
    teaching: (await getCourses()).map(summariseCourse),
    people: people.map(summarisePerson),
    pages: (await getPlainPages()).map(summarisePlainPage),
    slides: (await getDecks()).map(summariseDeck),
  };
  return Object.fromEntries(
    Object.entries(facts).map(([section, found]) => [
      section,
      found.filter(({ page }) => !page.private),
    ]),
  ) as typeof facts;
});

/** Reads the pages of a section that a visitor may see. */
async function readPages<C extends PageCollection, P extends Page>(
  collection: C,
  toModel: (source: PageEntry<C>, site: PageSite) => P,
): Promise<P[]> {
  const site = await getSettings();
  const [findPerson, findDeck] = [await getFindPerson(), await getFindDeck()];
  const sources = await getPageEntries(collection);
  return selectShown(
    sources.map((source) => toModel(source, { ...site, owner: site.name, findPerson, findDeck })),
  );
}

/** Returns the pages that a visitor may see; in dev all pages, of which the others are drafts. */
function selectShown<P extends Page>(pages: readonly P[]): P[] {
  return import.meta.env.DEV
    ? pages.map((page) => ({ ...page, draft: !isPublic(page, now) }))
    : pages.filter((page) => isPublic(page, now));
}
