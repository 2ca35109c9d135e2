import { formatYaml } from '../../content/parse/format-yaml.ts';
import { personKeys, personSchema } from '../../schema/person.ts';
import { readText } from '../../schema/text.ts';
import { createDefaultLanguagePath } from '../old-site/site-languages.ts';
import type { OldSite } from '../old-site/old-site.ts';
import {
  toBoolean,
  findFirstValue,
  toItems,
  type OldValue,
  readOldData,
  readOldPage,
  toText,
  findValue,
  toVisibleText,
} from '../old-site/old-values.ts';
import type { NewFile } from '../plan/plan.ts';
import { formatSources } from './annotated-yaml.ts';
import { flattenGroups } from './cv-entries.ts';
import type { KeyUsage } from './key-usage.ts';
import type { OldSettings } from './old-settings.ts';
import { isThemeDefault, themeDefaultReason } from './theme-defaults.ts';
import { type OldWidget, peopleKinds } from './widgets.ts';

/** The owner of the old site, from the files of people. */
export interface OldOwner {
  /** The folder or file of the person: `admin`. */
  slug: string;
  /** The files about the person, in order of precedence. */
  profiles: OldValue[];
  name?: OldValue;
  /** Whether a file has a text. */
  hasText: boolean;
  /** Returns the value at the first of these keys that a file has. */
  find(...keys: string[]): OldValue | undefined;
}

const personFile = /^(?:data\/)?authors\/([^/]+?)(?:\/_?index\.md|\.md|\.ya?ml|\.toml|\.json)$/i;

/**
 * Finds the owner: the person marked as owner, else the one that the biography widget names, else the one named admin or
 * me, else the only person. The widget decides between several marked persons, and if the marked one is a sample of the
 * theme. A marked person or that of the widget whose name is the title of the site comes before all others.
 * @param username The folder that the widget of the biography names.
 * @param title The title in the configuration.
 */
export function findOwner(
  site: OldSite,
  username: string | undefined,
  title: string | undefined,
): OldOwner | undefined {
  const toRelativePath = createDefaultLanguagePath(site);
  const files = site.files.flatMap(({ path: file }) => {
    const relativePath = file.startsWith('data/') ? file : (toRelativePath(file) ?? '');
    const [, slug] = personFile.exec(relativePath) ?? [];
    return slug === undefined || slug.startsWith('_') ? [] : [{ file, slug }];
  });
  const people = [...Map.groupBy(files, ({ slug }) => slug.toLowerCase())].map(
    ([slug, candidates]) => ({
      slug,
      pages: candidates.map(({ file }) => readPerson(site, file)),
    }),
  );
  type Person = (typeof people)[number];
  const findIn = ({ pages }: Person, ...keys: string[]) =>
    pages.map(({ data }) => findFirstValue(data, ...keys)).find(Boolean);
  const toName = (person: Person) => toText(findPersonName((...keys) => findIn(person, ...keys)));
  const isMarked = (person: Person) => toBoolean(findIn(person, 'superuser', 'is_owner')) === true;
  const isMarkedOwner = (person: Person) => isMarked(person) && !isThemeDefault(toName(person));
  const isInWidget = ({ slug }: Person) => slug === username?.toLowerCase();
  const hasTitle = (person: Person) =>
    title !== undefined && toName(person)?.toLowerCase() === title.toLowerCase();
  const candidates =
    people.find((person) => hasTitle(person) && (isMarkedOwner(person) || isInWidget(person))) ??
    people.find((person) => isMarkedOwner(person) && isInWidget(person)) ??
    people.find(isMarkedOwner) ??
    people.find(isInWidget) ??
    people.find(isMarked) ??
    people.find(({ slug }) => slug === 'admin' || slug === 'me') ??
    (people.length === 1 ? people[0] : undefined);
  if (!candidates) return undefined;
  const profiles = candidates.pages
    .map(({ data }) => data)
    .sort((a, b) => Number(b.file.startsWith('data/')) - Number(a.file.startsWith('data/')));
  const find = (...keys: string[]) => {
    for (const data of profiles) {
      const value = findFirstValue(data, ...keys);
      if (value) return value;
    }
    return undefined;
  };
  const name = findPersonName(find);
  const hasText = candidates.pages.some(({ body }) => toVisibleText(body) !== '');
  return { slug: candidates.slug, profiles, hasText, find, ...(name && { name }) };
}

function readPerson(site: OldSite, file: string) {
  if (file.endsWith('.md')) return readOldPage(site, file);
  return { data: readOldData(site, file) ?? { value: {}, file, key: '' }, body: '' };
}

function findPersonName(find: OldOwner['find']): OldValue | undefined {
  const fullName = find('title', 'name.display') ?? find('name');
  if (toText(fullName) !== undefined) return fullName;
  const [given, family] = [find('name.given', 'first_name'), find('name.family', 'last_name')];
  const parts = [toText(given), toText(family)].filter((part) => part !== undefined);
  return given && parts.length > 0 ? { ...given, value: parts.join(' ') } : undefined;
}

const cvKeys = new Set(['work', 'experience', 'skills', 'languages', 'awards']);
const knownKeys = new Set(personKeys.map((key) => key.toLowerCase()));
const shownKeys = new Set(Object.keys(personSchema.shape).map((key) => key.toLowerCase()));

/** Returns the new path of the file of a person. */
export function toProfilePath(file: string): string {
  return file.replace(/^.*?authors\//, 'content/authors/');
}

/** Records the keys that Lectern reads from the owner's file, which is copied unchanged. */
export function recordOwnerFile(owner: OldOwner, usage: KeyUsage): void {
  for (const data of owner.profiles) {
    usage.add(data);
    for (const name of Object.keys(data.value as object)) {
      const key = name.toLowerCase();
      if (cvKeys.has(key) || (key === 'bio' && owner.hasText)) continue;
      if (shownKeys.has(key)) usage.markUsed(findValue(data, name), toProfilePath(data.file));
    }
  }
}

/** Returns why a key of the owner's file is not used. */
export function explainUnusedOwnerKey(key: string): string {
  const [firstKey = ''] = key.toLowerCase().split('.');
  if (firstKey === 'bio') return 'The text of the file is shown instead.';
  if (firstKey === 'email' || firstKey === 'gravatar') {
    return 'Used by the old theme to look up a portrait. The email address that is shown is among the links.';
  }
  if (cvKeys.has(firstKey)) return 'The CV cannot show this value.';
  return knownKeys.has(firstKey) ? 'Known, but not shown.' : 'Lectern has no such setting.';
}

/**
 * Finds the name of the site: that of its owner, or the title for the site of a group. A site belongs to a
 * group if its type is not `person`, or if its home page has people and no biography.
 */
export function findSiteName(
  settings: OldSettings,
  owner: OldOwner | undefined,
  widgets: readonly OldWidget[],
  usage: KeyUsage,
): OldValue | undefined {
  const title = settings.find(
    'title',
    'params.hugoblox.identity.name',
    'params.hugoblox.branding.name',
  );
  const ownerNames = [
    owner?.name,
    settings.find('params.name'),
    settings.find('author.name'),
    settings.find('author'),
    settings.find('name'),
  ];
  const visibleWidgets = widgets.filter(
    ({ hiddenReason, isOnOtherPage }) => hiddenReason === undefined && !isOnOtherPage,
  );
  const hasWidget = (kind: RegExp) => visibleWidgets.some((widget) => kind.test(widget.kind));
  const type = settings.find(
    'params.site_type',
    'params.marketing.seo.site_type',
    'params.hugoblox.identity.type',
  );
  const isGroup =
    !/^person$/i.test(toText(type) ?? 'person') ||
    (hasWidget(peopleKinds) && !hasWidget(/^(about|biography|avatar)$/));
  const candidates = (isGroup ? [title, ...ownerNames] : [...ownerNames, title]).filter(
    (one) => toText(one) !== undefined && readText(one?.value, () => undefined) !== undefined,
  );
  const chosen = candidates.find((one) => !isThemeDefault(toText(one))) ?? candidates[0];
  const name = toText(chosen);
  for (const one of candidates) {
    const text = toText(one);
    if (one === owner?.name) continue;
    if (text === name) usage.markUsed(one, 'site.yaml: name');
    else
      usage.markUnused(
        one,
        isThemeDefault(text) ? themeDefaultReason : `The site has the name of its owner, ${name}.`,
      );
  }
  return chosen;
}

const profilePath = 'content/authors/admin.yaml';
const degreeKeys = ['course', 'degree', 'area', 'institution', 'year', 'summary'];

/**
 * Returns a profile for an owner without one: interests, education and further affiliations, which the
 * home page shows and site.yaml has no keys for. Undefined if the old site has none of these.
 */
export function toOwnerFile(
  name: string,
  settings: OldSettings,
  about: OldWidget | undefined,
  usage: KeyUsage,
): NewFile | undefined {
  const interests = flattenGroups(about && findValue(about.data, 'interests')).filter(isText);
  const degrees = flattenGroups(about && findValue(about.data, 'education')).flatMap((course) => {
    const keys = degreeKeys.map((key) => [key, findFirstValue(course, key)] as const);
    const candidates = keys.filter(([, old]) => toText(old) !== undefined);
    for (const [, old] of candidates) usage.markUsed(old, `${profilePath}: education`);
    return candidates.length > 0
      ? [Object.fromEntries(candidates.map(([key, old]) => [key, toText(old)]))]
      : [];
  });
  const organizations = toItems(settings.find('params.organizations'));
  const affiliations = (organizations.length > 1 ? organizations : []).flatMap((one) => {
    const [text, url] = [findFirstValue(one, 'name') ?? one, findFirstValue(one, 'url')];
    if (toText(text) === undefined) return [];
    usage.markUsed(one, `${profilePath}: organizations`);
    return [{ name: toText(text), ...(toText(url) && { url: toText(url) }) }];
  });
  const pronouns = settings.find('author.pronouns');
  usage.markUsed(pronouns, `${profilePath}: pronouns`);
  for (const one of interests) usage.markUsed(one, `${profilePath}: interests`);
  const data = {
    ...(toText(pronouns) && { pronouns: toText(pronouns) }),
    ...(affiliations.length > 0 && { organizations: affiliations }),
    ...(interests.length > 0 && { interests: interests.map((one) => toText(one)) }),
    ...(degrees.length > 0 && { education: degrees }),
  };
  if (Object.keys(data).length === 0) return undefined;
  const note = `${formatSources([about?.data, affiliations.length > 0 ? organizations[0] : undefined, pronouns])}`;
  const text = formatYaml({ title: name, superuser: true, ...data });
  return {
    to: profilePath,
    text: `# Shown on the home page in addition to content/about.md; ${note}\n${text}`,
  };
}

function isText(old: OldValue): boolean {
  return toText(old) !== undefined;
}
