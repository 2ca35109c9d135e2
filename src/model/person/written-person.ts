import type { KeyPath } from '../../schema/finding.ts';
import type { PersonFrontMatter } from '../../schema/person.ts';
import { isPartOfOldHome, writtenContacts } from './contact.ts';
import { withScheme } from '../link.ts';
import { captionOf } from '../written-texts.ts';
import { firstText, type WrittenText } from '../written-text.ts';

type Entry = NonNullable<PersonFrontMatter['education']>[number];

/** A degree as written. Its texts are named after its number. */
export interface WrittenDegree extends Omit<Entry, 'courses'> {
  path: KeyPath;
}

/** The degrees in one list, however the theme nests them. */
export function writtenDegrees({ education = [] }: PersonFrontMatter): WrittenDegree[] {
  return education.flatMap(({ courses, ...degree }, i): WrittenDegree[] => {
    const path = ['education', i];
    if (!courses) return [{ ...degree, path }];
    return courses.map((course, n) => ({ ...course, path: [...path, 'courses', n] }));
  });
}

/** The name as it is shown, and the key it was taken from. */
export function writtenName(
  person: PersonFrontMatter,
): { path: KeyPath; value: string } | undefined {
  const { title, name, first_name: first, last_name: last } = person;
  if (title) return { path: ['title'], value: title };
  if (name?.display) return { path: ['name', 'display'], value: name.display };
  const parts = [name?.given ?? first, name?.family ?? last].filter(Boolean);
  return parts.length > 0 ? { path: ['name'], value: parts.join(' ') } : undefined;
}

/** Every name by which lists of authors may mean a person, the one that is shown first. */
export function namesOf(person: PersonFrontMatter): string[] {
  const { name, first_name: first, last_name: last, nicknames = [], authors = [] } = person;
  const whole = (given?: string, family?: string) => (given && family ? `${given} ${family}` : '');
  const all = [
    ...[writtenName(person)?.value, name?.display, whole(first, last)],
    ...[whole(name?.given, name?.family), name?.alternate, ...nicknames, ...authors],
  ];
  return [...new Set(all.filter((one) => one !== undefined && one !== ''))] as string[];
}

export function institutionsOf({ organizations = [], affiliations = [] }: PersonFrontMatter) {
  return [...organizations, ...affiliations];
}

/** The texts of a person. */
export function personTexts(person: PersonFrontMatter): WrittenText[] {
  const name = writtenName(person);
  return [
    ...(name ? [{ name: 'title', ...name, kind: 'title' as const }] : []),
    ...firstText(person, 'bio', 'block'),
    ...captionOf(person),
    ...writtenDegrees(person).flatMap(({ path, ...degree }, i): WrittenText[] => {
      const key = (['course', 'degree', 'area'] as const).find((one) => degree[one]);
      const keys = [key, 'institution', 'summary'] as const;
      return keys.flatMap((one, n) => {
        const value = one && degree[one];
        const name = `education.${i}.${['what', 'where', 'summary'][n]}`;
        return one && value ? [{ name, path: [...path, one], value, kind: 'line' }] : [];
      });
    }),
  ];
}

/** Everything that leads from the page of a person. */
export function personAddresses(person: PersonFrontMatter): { path: KeyPath; url: string }[] {
  const institutions = (['organizations', 'affiliations'] as const).flatMap((key) =>
    (person[key] ?? []).map(({ url }, i) => ({ path: [key, i, 'url'], url })),
  );
  const buttons = writtenDegrees(person).map(({ path, button }) => ({
    path: [...path, 'button', 'url'],
    url: button?.url,
  }));
  const others = [...institutions, ...buttons].flatMap(({ path, url }) =>
    url ? [{ path, url: withScheme(url) }] : [],
  );
  return [...writtenContacts(person).filter(({ url }) => !isPartOfOldHome(url)), ...others];
}
