import { toNameKey } from './raw-person.ts';
import { compareText } from '../page/lists.ts';
import type { Person } from './person.ts';

/** A group in the list of people. */
export interface PeopleGroup {
  /** Absent if nobody is in a group. */
  name?: string;
  people: Person[];
}

/**
 * Groups the list of people: first the groups of `order`, then others by name. In a group, people are
 * sorted by family name. If nobody is in a group, everybody but the owner is listed; otherwise only
 * members of groups. The list is empty if there would be nobody in it but the owner.
 * @param order The setting `people_groups`.
 */
export function groupPeople(
  people: readonly Person[],
  order: readonly string[] = [],
): PeopleGroup[] {
  const listed = people.filter((person) => !person.private).sort(compareFamilyNames);
  const names = [...new Set(listed.flatMap(({ groups }) => groups))];
  const others = listed.filter(({ isOwner }) => !isOwner);
  const groups =
    names.length === 0
      ? [{ people: others }]
      : sortGroupNames(names, order).map((name) => ({
          name,
          people: listed.filter(({ groups }) => groups.includes(name)),
        }));
  return groups.some(({ people }) => people.some(({ isOwner }) => !isOwner)) ? groups : [];
}

function sortGroupNames(names: readonly string[], order: readonly string[]): string[] {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return names.toSorted((a, b) => rank(a) - rank(b) || compareText(a, b));
}

function compareFamilyNames(a: Person, b: Person): number {
  return (
    compareText(toNameKey(a.familyName), toNameKey(b.familyName)) ||
    compareText(toNameKey(a.title.text), toNameKey(b.title.text)) ||
    compareText(a.slug, b.slug)
  );
}
