import type { KeyPath } from '../../schema/finding.ts';
import type { PersonFrontMatter } from '../../schema/person.ts';
import { findIcon } from '../page/icons.ts';
import { defaultLinkLabel, addScheme } from '../page/link.ts';
import { captionText, firstText, type RawText } from '../page/page-texts.ts';
import type { RawLink } from '../page/raw-links.ts';

type Entry = NonNullable<PersonFrontMatter['education']>[number];

/** A degree as written. Its texts are named after its number. */
export interface RawDegree extends Omit<Entry, 'courses'> {
  path: KeyPath;
}

/** The degrees in one list, however the theme nests them. */
export function rawDegrees({ education = [] }: PersonFrontMatter): RawDegree[] {
  return education.flatMap(({ courses, ...degree }, i): RawDegree[] => {
    const path = ['education', i];
    if (!courses) return [{ ...degree, path }];
    return courses.map((course, n) => ({ ...course, path: [...path, 'courses', n] }));
  });
}

/** The name as it is shown, and the key it was taken from. */
export function rawName(person: PersonFrontMatter): { path: KeyPath; value: string } | undefined {
  const { title, name, first_name: first, last_name: last } = person;
  if (title) return { path: ['title'], value: title };
  if (name?.display) return { path: ['name', 'display'], value: name.display };
  const parts = [name?.given ?? first, name?.family ?? last].filter(Boolean);
  return parts.length > 0 ? { path: ['name'], value: parts.join(' ') } : undefined;
}

/** Every name by which lists of authors may mean a person, the one that is shown first. */
export function personNames(person: PersonFrontMatter): string[] {
  const { name, first_name: first, last_name: last, nicknames = [], authors = [] } = person;
  const whole = (given?: string, family?: string) => (given && family ? `${given} ${family}` : '');
  const all = [
    ...[rawName(person)?.value, name?.display, whole(first, last)],
    ...[whole(name?.given, name?.family), name?.alternate, ...nicknames, ...authors],
  ];
  return [...new Set(all.filter((one) => one !== undefined && one !== ''))] as string[];
}

export function rawInstitutions({ organizations = [], affiliations = [] }: PersonFrontMatter) {
  return [...organizations, ...affiliations];
}

/** The texts of a person. */
export function personTexts(person: PersonFrontMatter): RawText[] {
  const name = rawName(person);
  return [
    ...(name ? [{ name: 'title', ...name, kind: 'title' as const }] : []),
    ...firstText(person, 'bio', 'block'),
    ...captionText(person),
    ...rawDegrees(person).flatMap(({ path, ...degree }, i): RawText[] => {
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
  const buttons = rawDegrees(person).map(({ path, button }) => ({
    path: [...path, 'button', 'url'],
    url: button?.url,
  }));
  const others = [...institutions, ...buttons].flatMap(({ path, url }) =>
    url ? [{ path, url: addScheme(url) }] : [],
  );
  return [...rawContacts(person).filter(({ url }) => !isOldHomeLink(url)), ...others];
}

/** Hosts by the names that people know them by. */
const networks: readonly [RegExp, string][] = [
  [/^mailto:/i, 'E-mail'],
  [/^tel:/i, 'Telephone'],
  [/\bscholar\.google\./i, 'Google Scholar'],
  [/\bgithub\.com\b/i, 'GitHub'],
  [/\bgitlab\.com\b/i, 'GitLab'],
  [/\borcid\.org\b/i, 'ORCID'],
  [/\blinkedin\.com\b/i, 'LinkedIn'],
  [/\bresearchgate\.net\b/i, 'ResearchGate'],
  [/\btwitter\.com\b/i, 'Twitter'],
  [/^https?:\/\/(www\.)?x\.com\b/i, 'X'],
  [/\bbsky\.app\b/i, 'Bluesky'],
  [/\bdblp\.(org|uni-trier\.de)\b/i, 'DBLP'],
  [/\bsemanticscholar\.org\b/i, 'Semantic Scholar'],
  [/\barxiv\.org\b/i, 'arXiv'],
  [/\byoutube\.com\b/i, 'YouTube'],
];

/** The ways to reach a person, as written, in one list. */
export function rawContacts(person: PersonFrontMatter): RawLink[] {
  return (['social', 'profiles', 'links'] as const).flatMap((key) =>
    (person[key] ?? []).flatMap((contact, index): RawLink[] => {
      const url = addScheme(contact.link ?? contact.url ?? '');
      if (url === '') return [];
      const path = [key, index, contact.link ? 'link' : 'url'];
      const icon = iconOf(url, contact.icon, contact.icon_pack);
      const label = contact.label ?? contact.name ?? nameOf(url, contact.icon);
      return [{ path, kind: 'other', label, url, ...(icon && { icon }) }];
    }),
  );
}

/** True for `#contact`, a part of the home page of older themes. */
export function isOldHomeLink(url: string): boolean {
  return /^\/?#/.test(url);
}

function nameOf(url: string, icon: string | undefined): string {
  const known = networks.find(([pattern]) => pattern.test(url))?.[1];
  const isCv = /(^|\/)cv$/.test(icon ?? '') || /(^|[/_-])(cv|resume)[^/]*\.pdf$/i.test(url);
  return known ?? (isCv ? 'CV' : defaultLinkLabel(url));
}

/** The icon; for an e-mail address an envelope where the one written is not known. */
function iconOf(url: string, name: string | undefined, pack: string | undefined) {
  if (name && (findIcon(name, pack) || !/^mailto:/i.test(url))) return { name, pack };
  return /^mailto:/i.test(url) ? { name: 'envelope', pack: 'fas' } : undefined;
}

/**
 * A name for comparing: accents and capitals aside, and with hyphens for spaces, so that `Łucía Pérez`
 * is what `łucia-perez` is. Nothing is guessed: initials and orders of names differ.
 */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .trim()
    .replace(/[\s_-]+/g, '-');
}
