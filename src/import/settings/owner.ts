import { formatYaml } from '../../content/parse/format-yaml.ts';
import { personKeys, personSchema } from '../../schema/person.ts';
import { readText } from '../../schema/text.ts';
import { createDefaultLanguagePath } from '../old-site/site-language.ts';
import type { OldSite } from '../old-site/old-site.ts';
import {
  booleanOf,
  firstValueAt,
  itemsOf,
  type OldValue,
  readOldData,
  readOldPage,
  textOf,
  valueAt,
  visibleText,
} from '../old-site/old-values.ts';
import type { Written } from '../plan/plan.ts';
import { fromWhere } from './annotated-yaml.ts';
import { flattenGroups } from './cv-entries.ts';
import type { KeyUsage } from './key-usage.ts';
import type { OldSettings } from './old-settings.ts';
import { isThemeDefault, themeDefaultReason } from './theme-defaults.ts';
import { type OldWidget, peopleKinds } from './widgets.ts';

/** The owner of the old site, from the files of people. */
export interface OldOwner {
  /** The folder or file of the person: `admin`. */
  slug: string;
  /** The files with facts of them, the one that counts more first. */
  facts: OldValue[];
  name?: OldValue;
  /** Whether a file has a text. */
  hasText: boolean;
  /** Returns the value at the first of these keys that a file has. */
  find(...keys: string[]): OldValue | undefined;
}

const person = /^(?:data\/)?authors\/([^/]+?)(?:\/_?index\.md|\.md|\.ya?ml|\.toml|\.json)$/i;

/**
 * Finds the owner: the person that the biography widget names, else the one marked as owner, else the one
 * named admin or me, else the only person.
 * @param named The folder that the widget of the biography names.
 */
export function findOwner(site: OldSite, named: string | undefined): OldOwner | undefined {
  const ownPath = createDefaultLanguagePath(site);
  const files = site.files.flatMap(({ path }) => {
    const below = path.startsWith('data/') ? path : (ownPath(path) ?? '');
    const [, slug] = person.exec(below) ?? [];
    return slug === undefined || slug.startsWith('_') ? [] : [{ path, slug }];
  });
  const people = [...Map.groupBy(files, ({ slug }) => slug.toLowerCase())].map(([slug, found]) => ({
    slug,
    pages: found.map(({ path }) => readPerson(site, path)),
  }));
  const isMarked = ({ pages }: (typeof people)[number]) =>
    pages.some(({ data }) => booleanOf(firstValueAt(data, 'superuser', 'is_owner')) === true);
  const found =
    people.find(({ slug }) => slug === named?.toLowerCase()) ??
    people.find(isMarked) ??
    people.find(({ slug }) => slug === 'admin' || slug === 'me') ??
    (people.length === 1 ? people[0] : undefined);
  if (!found) return undefined;
  const facts = found.pages
    .map(({ data }) => data)
    .sort((a, b) => Number(b.file.startsWith('data/')) - Number(a.file.startsWith('data/')));
  const find = (...keys: string[]) => {
    for (const data of facts) {
      const value = firstValueAt(data, ...keys);
      if (value) return value;
    }
    return undefined;
  };
  const name = personName(find);
  const hasText = found.pages.some(({ body }) => visibleText(body) !== '');
  return { slug: found.slug, facts, hasText, find, ...(name && { name }) };
}

function readPerson(site: OldSite, path: string) {
  if (path.endsWith('.md')) return readOldPage(site, path);
  return { data: readOldData(site, path) ?? { value: {}, file: path, key: '' }, body: '' };
}

function personName(find: OldOwner['find']): OldValue | undefined {
  const whole = find('title', 'name.display') ?? find('name');
  if (textOf(whole) !== undefined) return whole;
  const [given, family] = [find('name.given', 'first_name'), find('name.family', 'last_name')];
  const parts = [textOf(given), textOf(family)].filter((part) => part !== undefined);
  return given && parts.length > 0 ? { ...given, value: parts.join(' ') } : undefined;
}

const cvKeys = new Set(['work', 'experience', 'skills', 'languages', 'awards']);
const knownKeys = new Set(personKeys.map((key) => key.toLowerCase()));
const shownKeys = new Set(Object.keys(personSchema.shape).map((key) => key.toLowerCase()));

/** Returns the new path of the file of a person. */
export function newProfilePath(file: string): string {
  return file.replace(/^.*?authors\//, 'content/authors/');
}

/** Records the keys that Lectern reads from the owner's file, which is copied unchanged. */
export function recordOwnerFile(owner: OldOwner, usage: KeyUsage): void {
  for (const data of owner.facts) {
    usage.add(data);
    for (const name of Object.keys(data.value as object)) {
      const key = name.toLowerCase();
      if (cvKeys.has(key) || (key === 'bio' && owner.hasText)) continue;
      if (shownKeys.has(key)) usage.markUsed(valueAt(data, name), newProfilePath(data.file));
    }
  }
}

/** Returns why a key of the owner's file is not used. */
export function reasonForOwnerKey(key: string): string {
  const [first = ''] = key.toLowerCase().split('.');
  if (first === 'bio') return 'The text of the file is shown instead.';
  if (first === 'email' || first === 'gravatar') {
    return 'Used by the old theme to look up a portrait. The email address that is shown is among the links.';
  }
  if (cvKeys.has(first)) return 'The CV cannot show this value.';
  return knownKeys.has(first) ? 'Known, but not shown.' : 'Lectern has no such setting.';
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
  const ofOwner = [
    owner?.name,
    settings.find('params.name'),
    settings.find('author.name'),
    settings.find('author'),
    settings.find('name'),
  ];
  const shown = widgets.filter(
    ({ hiddenReason, isOnOtherPage }) => hiddenReason === undefined && !isOnOtherPage,
  );
  const has = (kind: RegExp) => shown.some((widget) => kind.test(widget.kind));
  const type = settings.find(
    'params.site_type',
    'params.marketing.seo.site_type',
    'params.hugoblox.identity.type',
  );
  const isGroup =
    !/^person$/i.test(textOf(type) ?? 'person') ||
    (has(peopleKinds) && !has(/^(about|biography|avatar)$/));
  const found = (isGroup ? [title, ...ofOwner] : [...ofOwner, title]).filter(
    (one) => textOf(one) !== undefined && readText(one?.value, () => undefined) !== undefined,
  );
  const meant = found.find((one) => !isThemeDefault(textOf(one))) ?? found[0];
  const name = textOf(meant);
  for (const one of found) {
    const words = textOf(one);
    if (one === owner?.name) continue;
    if (words === name) usage.markUsed(one, 'site.yaml: name');
    else
      usage.markUnused(
        one,
        isThemeDefault(words) ? themeDefaultReason : `The site has the name of its owner, ${name}.`,
      );
  }
  return meant;
}

const path = 'content/authors/admin.yaml';
const inCourse = ['course', 'degree', 'area', 'institution', 'year', 'summary'];

/**
 * The file of an owner for whom the old site has none: interests, education and further affiliations,
 * which the home page shows and site.yaml has no keys for. Undefined if the old site has none of these.
 */
export function writeOwnerFile(
  name: string,
  settings: OldSettings,
  about: OldWidget | undefined,
  usage: KeyUsage,
): Written | undefined {
  const interests = flattenGroups(about && valueAt(about.data, 'interests')).filter(isText);
  const degrees = flattenGroups(about && valueAt(about.data, 'education')).flatMap((course) => {
    const keys = inCourse.map((key) => [key, firstValueAt(course, key)] as const);
    const found = keys.filter(([, old]) => textOf(old) !== undefined);
    for (const [, old] of found) usage.markUsed(old, `${path}: education`);
    return found.length > 0
      ? [Object.fromEntries(found.map(([key, old]) => [key, textOf(old)]))]
      : [];
  });
  const organizations = itemsOf(settings.find('params.organizations'));
  const affiliations = (organizations.length > 1 ? organizations : []).flatMap((one) => {
    const [words, url] = [firstValueAt(one, 'name') ?? one, firstValueAt(one, 'url')];
    if (textOf(words) === undefined) return [];
    usage.markUsed(one, `${path}: organizations`);
    return [{ name: textOf(words), ...(textOf(url) && { url: textOf(url) }) }];
  });
  const pronouns = settings.find('author.pronouns');
  usage.markUsed(pronouns, `${path}: pronouns`);
  for (const one of interests) usage.markUsed(one, `${path}: interests`);
  const data = {
    ...(textOf(pronouns) && { pronouns: textOf(pronouns) }),
    ...(affiliations.length > 0 && { organizations: affiliations }),
    ...(interests.length > 0 && { interests: interests.map((one) => textOf(one)) }),
    ...(degrees.length > 0 && { education: degrees }),
  };
  if (Object.keys(data).length === 0) return undefined;
  const note = `${fromWhere([about?.data, affiliations.length > 0 ? organizations[0] : undefined, pronouns])}`;
  const text = formatYaml({ title: name, superuser: true, ...data });
  return {
    to: path,
    text: `# Shown on the home page in addition to content/about.md; ${note}\n${text}`,
  };
}

function isText(old: OldValue): boolean {
  return textOf(old) !== undefined;
}
