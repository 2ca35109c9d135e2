import type { PersonFrontMatter } from '../../schema/person.ts';
import { type Author, type FindPerson, ownerSlugs } from '../page/author.ts';
import { compareText } from '../page/lists.ts';
import type { Person } from './person.ts';
import { toNameKey, toPersonNames } from './raw-person.ts';

/**
 * Returns a function that finds people by the names in lists of authors: the name of their folder, their
 * name or a nickname. A name that two people share finds neither. A person found by their folder has the
 * name in their file, others have the name as written.
 * @param isShown Returns whether the page of a person is public.
 */
export function createPersonLookup(
  people: readonly Person[],
  isShown: (person: Person) => boolean,
): FindPerson {
  const bySlug = new Map(people.map((person) => [person.slug.toLowerCase(), person]));
  const owner = people.find(({ isOwner }) => isOwner);
  if (owner) for (const slug of ownerSlugs) bySlug.set(slug, owner);
  const byName = groupPeopleByName(people);
  return (name) => {
    const slugMatch = bySlug.get(name.trim().toLowerCase());
    const [nameMatch, secondMatch] = byName.get(toNameKey(name)) ?? [];
    const person = slugMatch ?? (secondMatch ? undefined : nameMatch);
    return person && toAuthor(person, slugMatch ? person.title.text : name, isShown(person));
  };
}

/** Groups people by the keys of their names: the name of the folder, full names, nicknames. */
export function groupPeopleByName<P extends { slug: string; names: readonly string[] }>(
  people: readonly P[],
): Map<string, P[]> {
  const byName = new Map<string, P[]>();
  for (const person of people) {
    for (const key of new Set([person.slug, ...person.names].map(toNameKey))) {
      byName.set(key, [...(byName.get(key) ?? []), person]);
    }
  }
  return byName;
}

function toAuthor({ slug, isOwner, href }: Person, name: string, isShown: boolean): Author {
  return { name, isOwner, slug, ...(isShown && { href }) };
}

/**
 * Finds the owner of the site: the person with its name, or else in the folder `admin` or `me`, or else
 * marked as the owner. If there are several, the first by the name of the folder.
 */
export function findOwner<P extends { slug: string; frontMatter: PersonFrontMatter }>(
  people: readonly P[],
  siteName: string,
): P | undefined {
  const sorted = people.toSorted((a, b) => compareText(a.slug, b.slug));
  const hasSiteName = ({ frontMatter }: P) =>
    toPersonNames(frontMatter).some((name) => toNameKey(name) === toNameKey(siteName));
  return (
    sorted.find(hasSiteName) ??
    sorted.find(({ slug }) => ownerSlugs.includes(slug)) ??
    sorted.find(({ frontMatter }) => isMarkedAsOwner(frontMatter))
  );
}

/** Returns whether the file of a person marks them as the owner. */
export function isMarkedAsOwner({ superuser, is_owner }: PersonFrontMatter): boolean {
  return superuser ?? is_owner ?? false;
}
