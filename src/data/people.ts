import { knowPeople } from '../model/person/known-people.ts';
import { ownerAmong } from '../model/person/owner.ts';
import { groupPeople } from '../model/person/people-groups.ts';
import { toPerson, type Person } from '../model/person/person.ts';
import { getSources } from './entries.ts';
import { once } from './once.ts';
import { getSettings } from './settings.ts';
import { shownPages } from './shown-pages.ts';

/** Everybody of whom there is a file, drafts too: who is not shown still has a name. */
const getEverybody = once(async (): Promise<Person[]> => {
  const site = await getSettings();
  const sources = await getSources('people');
  const owner = ownerAmong(sources, site.name);
  return sources.map((source) => toPerson(source, { ...site, owner: site.name }, source === owner));
});

/** The people whom a visitor may see, the owner of the site among them. */
export const getPeople = once(async () => shownPages(await getEverybody()));

/** Whose site it is, if there is a file of theirs. */
export async function getOwner(): Promise<Person | undefined> {
  return (await getPeople()).find(({ isOwner }) => isOwner);
}

/** The list of people; empty where there is none to list. */
export async function getPeopleGroups() {
  const { peopleGroups } = await getSettings();
  return groupPeople(await getPeople(), peopleGroups);
}

/** Who is meant by what stands in lists of authors. */
export const getFindPerson = once(async () => {
  const shown = new Set((await getPeople()).map(({ slug }) => slug));
  return knowPeople(await getEverybody(), (person) => !person.private && shown.has(person.slug));
});
