import type { PersonFrontMatter } from '../../schema/person.ts';
import { type Author, type FindPerson, ownerSlugs } from '../page/author.ts';
import { compareText } from '../page/lists.ts';
import type { Person } from './person.ts';
import { nameKey, personNames } from './raw-person.ts';

/**
 * Finds people by what stands in lists of authors: the name of their folder, their name or a nickname.
 * A name that two of them have means neither. Whoever is named by their folder is shown by their name,
 * others as they were written.
 * @param isShown Whether a visitor may see the page of a person.
 */
export function createPersonLookup(
  people: readonly Person[],
  isShown: (person: Person) => boolean,
): FindPerson {
  const bySlug = new Map(people.map((person) => [person.slug.toLowerCase(), person]));
  const owner = people.find(({ isOwner }) => isOwner);
  if (owner) for (const slug of ownerSlugs) bySlug.set(slug, owner);
  const byName = groupPeopleByName(people);
  return (written) => {
    const named = bySlug.get(written.trim().toLowerCase());
    const [found, another] = byName.get(nameKey(written)) ?? [];
    const person = named ?? (another ? undefined : found);
    return person && toAuthor(person, named ? person.title.text : written, isShown(person));
  };
}

/** Who has a name, by its key: a folder's name written as one, a full name, a nickname. */
export function groupPeopleByName<P extends { slug: string; names: readonly string[] }>(
  people: readonly P[],
): Map<string, P[]> {
  const byName = new Map<string, P[]>();
  for (const person of people) {
    for (const key of new Set([person.slug, ...person.names].map(nameKey))) {
      byName.set(key, [...(byName.get(key) ?? []), person]);
    }
  }
  return byName;
}

function toAuthor({ slug, isOwner, href }: Person, name: string, isShown: boolean): Author {
  return { name, isOwner, slug, ...(isShown && { href }) };
}

/**
 * Whose site it is, of all people: who has its name, else who is called `admin` or `me`, else who is
 * marked as its owner, the first by the names of folders.
 */
export function findOwner<P extends { slug: string; frontMatter: PersonFrontMatter }>(
  people: readonly P[],
  siteName: string,
): P | undefined {
  const sorted = people.toSorted((a, b) => compareText(a.slug, b.slug));
  const isCalled = ({ frontMatter }: P) =>
    personNames(frontMatter).some((name) => nameKey(name) === nameKey(siteName));
  return (
    sorted.find(isCalled) ??
    sorted.find(({ slug }) => ownerSlugs.includes(slug)) ??
    sorted.find(({ frontMatter }) => isMarkedAsOwner(frontMatter))
  );
}

export function isMarkedAsOwner({ superuser, is_owner }: PersonFrontMatter): boolean {
  return superuser ?? is_owner ?? false;
}
