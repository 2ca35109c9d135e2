import { ownerSlugs, type Author, type FindPerson } from './author.ts';
import { nameKey } from './name-key.ts';
import type { Person } from './person.ts';

/**
 * Finds people by what stands in lists of authors: the name of their folder, their name or a nickname.
 * A name that two of them have means neither. Whoever is named by their folder is shown by their name,
 * others as they were written.
 * @param isShown Whether a visitor may see the page of a person.
 */
export function knowPeople(
  people: readonly Person[],
  isShown: (person: Person) => boolean,
): FindPerson {
  const bySlug = new Map(people.map((person) => [person.slug.toLowerCase(), person]));
  const owner = people.find(({ isOwner }) => isOwner);
  if (owner) for (const slug of ownerSlugs) bySlug.set(slug, owner);
  const byName = peopleByName(people);
  return (written) => {
    const named = bySlug.get(written.trim().toLowerCase());
    const [found, another] = byName.get(nameKey(written)) ?? [];
    const person = named ?? (another ? undefined : found);
    return person && toAuthor(person, named ? person.title.text : written, isShown(person));
  };
}

/** Who has a name, by its key: a folder's name written as one, a full name, a nickname. */
export function peopleByName<P extends { slug: string; names: readonly string[] }>(
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
