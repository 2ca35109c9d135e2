import { nameKey } from './raw-person.ts';
import { compareText } from '../page/lists.ts';
import type { Person } from './person.ts';

/** People who stand together in the list of people. */
export interface PeopleGroup {
  /** Absent where nobody has a group. */
  name?: string;
  people: Person[];
}

/**
 * The list of people by their groups: those of `order` in that order, then others by name. In a group
 * people stand by family name. If nobody has a group everybody is listed, else those in groups alone.
 * A list of the owner alone, or of nobody, is none.
 * @param order As `people_groups` of the settings has it.
 */
export function groupPeople(
  people: readonly Person[],
  order: readonly string[] = [],
): PeopleGroup[] {
  const listed = people.filter((person) => !person.private).sort(byFamilyName);
  const names = [...new Set(listed.flatMap(({ groups }) => groups))];
  const others = listed.filter(({ isOwner }) => !isOwner);
  const groups =
    names.length === 0
      ? [{ people: others }]
      : sortNames(names, order).map((name) => ({
          name,
          people: listed.filter(({ groups }) => groups.includes(name)),
        }));
  return groups.some(({ people }) => people.some(({ isOwner }) => !isOwner)) ? groups : [];
}

function sortNames(names: readonly string[], order: readonly string[]): string[] {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return names.toSorted((a, b) => rank(a) - rank(b) || compareText(a, b));
}

function byFamilyName(a: Person, b: Person): number {
  return (
    compareText(nameKey(a.familyName), nameKey(b.familyName)) ||
    compareText(nameKey(a.title.text), nameKey(b.title.text)) ||
    compareText(a.slug, b.slug)
  );
}
