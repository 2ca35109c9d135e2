import type { KeyPath } from '../../schema/finding.ts';
import type { PersonFrontMatter } from '../../schema/person.ts';
import { findIcon } from '../page/icons.ts';
import { defaultLinkLabel, addScheme } from '../page/link.ts';
import { toCaptionText, pickText, type RawText } from '../page/page-texts.ts';
import type { RawLink } from '../page/raw-links.ts';

type EducationEntry = NonNullable<PersonFrontMatter['education']>[number];

/** A degree as written. The names of its texts contain its index. */
export interface RawDegree extends Omit<EducationEntry, 'courses'> {
  path: KeyPath;
}

/** Returns the degrees in one list. Themes nest them in different ways. */
export function toRawDegrees({ education = [] }: PersonFrontMatter): RawDegree[] {
  return education.flatMap(({ courses, ...degree }, i): RawDegree[] => {
    const path = ['education', i];
    if (!courses) return [{ ...degree, path }];
    return courses.map((course, n) => ({ ...course, path: [...path, 'courses', n] }));
  });
}

/** Returns the name that pages show, and its key. */
export function toRawName(person: PersonFrontMatter): { path: KeyPath; value: string } | undefined {
  const { title, name, first_name: first, last_name: last } = person;
  if (title) return { path: ['title'], value: title };
  if (name?.display) return { path: ['name', 'display'], value: name.display };
  const parts = [name?.given ?? first, name?.family ?? last].filter(Boolean);
  return parts.length > 0 ? { path: ['name'], value: parts.join(' ') } : undefined;
}

/** Returns the names of a person in lists of authors; the first is the name that pages show. */
export function toPersonNames(person: PersonFrontMatter): string[] {
  const { name, first_name: first, last_name: last, nicknames = [], authors = [] } = person;
  const toFullName = (given?: string, family?: string) =>
    given && family ? `${given} ${family}` : '';
  const names = [
    ...[toRawName(person)?.value, name?.display, toFullName(first, last)],
    ...[toFullName(name?.given, name?.family), name?.alternate, ...nicknames, ...authors],
  ];
  return [...new Set(names.filter((text) => text !== undefined && text !== ''))] as string[];
}

/** Returns the institutions, under either key. */
export function toRawInstitutions({ organizations = [], affiliations = [] }: PersonFrontMatter) {
  return [...organizations, ...affiliations];
}

/** Returns the texts of a person. */
export function toPersonTexts(person: PersonFrontMatter): RawText[] {
  const name = toRawName(person);
  return [
    ...(name ? [{ name: 'title', ...name, kind: 'title' as const }] : []),
    ...pickText(person, 'bio', 'block'),
    ...toCaptionText(person),
    ...toRawDegrees(person).flatMap(({ path, ...degree }, i): RawText[] => {
      const key = (['course', 'degree', 'area'] as const).find((candidate) => degree[candidate]);
      const keys = [key, 'institution', 'summary'] as const;
      return keys.flatMap((textKey, n) => {
        const value = textKey && degree[textKey];
        const name = `education.${i}.${['what', 'where', 'summary'][n]}`;
        return textKey && value ? [{ name, path: [...path, textKey], value, kind: 'line' }] : [];
      });
    }),
  ];
}

/** Returns the targets of all links on the page of a person. */
export function toPersonLinkTargets(person: PersonFrontMatter): { path: KeyPath; url: string }[] {
  const institutions = (['organizations', 'affiliations'] as const).flatMap((key) =>
    (person[key] ?? []).map(({ url }, i) => ({ path: [key, i, 'url'], url })),
  );
  const buttons = toRawDegrees(person).map(({ path, button }) => ({
    path: [...path, 'button', 'url'],
    url: button?.url,
  }));
  const others = [...institutions, ...buttons].flatMap(({ path, url }) =>
    url ? [{ path, url: addScheme(url) }] : [],
  );
  return [...toRawContacts(person).filter(({ url }) => !isOldHomeLink(url)), ...others];
}

/** The labels of links to well-known hosts. */
const networkLabels: readonly [RegExp, string][] = [
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

/** Returns the contacts of a person, under all keys for them, as links. */
export function toRawContacts(person: PersonFrontMatter): RawLink[] {
  return (['social', 'profiles', 'links'] as const).flatMap((key) =>
    (person[key] ?? []).flatMap((contact, index): RawLink[] => {
      const url = addScheme(contact.link ?? contact.url ?? '');
      if (url === '') return [];
      const path = [key, index, contact.link ? 'link' : 'url'];
      const icon = toContactIcon(url, contact.icon, contact.icon_pack);
      const label = contact.label ?? contact.name ?? toContactLabel(url, contact.icon);
      return [{ path, kind: 'other', label, url, ...(icon && { icon }) }];
    }),
  );
}

/** Returns true for `#contact` and the like: parts of the home page of older themes. */
export function isOldHomeLink(url: string): boolean {
  return /^\/?#/.test(url);
}

function toContactLabel(url: string, icon: string | undefined): string {
  const networkLabel = networkLabels.find(([pattern]) => pattern.test(url))?.[1];
  const isCv = /(^|\/)cv$/.test(icon ?? '') || /(^|[/_-])(cv|resume)[^/]*\.pdf$/i.test(url);
  return networkLabel ?? (isCv ? 'CV' : defaultLinkLabel(url));
}

/** Returns the icon; for an e-mail address an envelope if the icon in the file is unknown. */
function toContactIcon(url: string, name: string | undefined, pack: string | undefined) {
  if (name && (findIcon(name, pack) || !/^mailto:/i.test(url))) return { name, pack };
  return /^mailto:/i.test(url) ? { name: 'envelope', pack: 'fas' } : undefined;
}

/**
 * Returns a key for comparing names. It ignores accents, case, and whether there are spaces or hyphens:
 * `Łucía Pérez` and `łucia-perez` have the same key. Initials and the order of names are significant.
 */
export function toNameKey(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .trim()
    .replace(/[\s_-]+/g, '-');
}
