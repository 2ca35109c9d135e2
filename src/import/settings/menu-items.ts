import { sections } from '../../content/sections/sections.ts';
import { toHomePartId } from '../../model/site/home.ts';
import { findSection } from '../../model/site/section-folders.ts';
import { createAddresses, toSlug } from '../../model/page/addresses.ts';
import { isEmpty } from '../../schema/field.ts';
import type { HomeSection } from '../../schema/home.ts';
import { findListedCollection, sectionsByCollection } from '../old-site/listed-collection.ts';
import { createDefaultLanguagePath, defaultLanguageKey } from '../old-site/site-languages.ts';
import type { OldSite } from '../old-site/old-site.ts';
import {
  findFirstValue,
  toItems,
  type OldValue,
  readOldPage,
  stripHtml,
  toText,
  findValue,
} from '../old-site/old-values.ts';
import { isPageName } from '../places/content-places.ts';
import { detectPageKind } from '../places/unsectioned-pages.ts';
import { formatSources, type YamlItem } from './annotated-yaml.ts';
import type { KeyUsage } from './key-usage.ts';
import { resolveLink } from './owner-contacts.ts';
import { findOwn } from '../../schema/own-value.ts';

/** Returns the menu: entries in their order, children after their parent, each target once. */
export function toMenuItems(
  menu: OldValue | undefined,
  places: MenuPlaces,
  usage: KeyUsage,
): YamlItem[] {
  const entries = sortEntries(toItems(menu));
  const candidates = entries.map((entry) => {
    const oldAddress = toText(findFirstValue(entry, 'url', 'pageRef', 'link'));
    return {
      entry,
      to: oldAddress === undefined ? undefined : findMenuTarget(oldAddress, places),
      written: oldAddress,
    };
  });
  /** Ranks an entry among those with the same target: the list itself, its part, another part, a selection. */
  const toRank = ({ written: oldAddress = '' }: (typeof candidates)[number]) => {
    const [, anchor] = /^\/?#(.*)$/.exec(oldAddress) ?? [];
    if (anchor === undefined) return 0;
    const target = places.targets.get(anchor.toLowerCase());
    if (typeof target === 'string' && target.startsWith('featured_')) return 3;
    return findSection(anchor.toLowerCase()) === undefined ? 2 : 1;
  };
  const ranked = candidates.toReversed().toSorted((a, b) => toRank(b) - toRank(a));
  const chosen = new Map(ranked.map((one) => [one.to, one.entry]));
  return candidates.flatMap(({ entry, to, written: oldAddress }): YamlItem[] => {
    const [name, url] = [
      findFirstValue(entry, 'name', 'title'),
      findFirstValue(entry, 'url', 'pageRef', 'link'),
    ];
    const nameText = stripHtml(toText(name) ?? '') || undefined;
    if (nameText === undefined || oldAddress === undefined) {
      usage.markUnused(entry, 'The menu entry has no name or no address.');
      return [];
    }
    const chosenEntry = chosen.get(to);
    if (to === undefined || chosenEntry !== entry) {
      const chosenName = toText(findFirstValue(chosenEntry, 'name', 'title'));
      const reason =
        to === undefined
          ? `The new site has no page for ${oldAddress}.`
          : `The entry "${chosenName}" links to the same page.`;
      usage.markUnused(entry, reason);
      return [];
    }
    const [weight, parent] = [findFirstValue(entry, 'weight'), findFirstValue(entry, 'parent')];
    const from = { name, url, weight, parent, identifier: findFirstValue(entry, 'identifier') };
    return [{ value: { name: nameText, url: to }, from, note: formatSources([entry]) ?? '' }];
  });
}

/** Sorts by weight, entries without one last, children after their parent; ties keep their order. */
function sortEntries(entries: readonly OldValue[]): OldValue[] {
  const weight = (entry: OldValue) => Number(toText(findFirstValue(entry, 'weight'))) || Infinity;
  const sorted = entries.toSorted((a, b) => {
    const [one, chosenEntry] = [weight(a), weight(b)];
    return one === chosenEntry ? 0 : one - chosenEntry;
  });
  const findId = (entry: OldValue) => toText(findFirstValue(entry, 'identifier', 'name', 'title'));
  const ids = new Set(sorted.map(findId));
  const findParent = (entry: OldValue) => {
    const parent = toText(findFirstValue(entry, 'parent'));
    return ids.has(parent) && parent !== findId(entry) ? parent : undefined;
  };
  const listBelow = (parent: string | undefined, depth: number): OldValue[] =>
    sorted
      .filter((entry) => findParent(entry) === parent)
      .flatMap((entry) => [
        entry,
        ...toItems(findFirstValue(entry, 'children')),
        ...(depth < 4 && findId(entry) !== undefined ? listBelow(findId(entry), depth + 1) : []),
      ]);
  const candidates = listBelow(undefined, 0);
  return [...candidates, ...sorted.filter((entry) => !candidates.includes(entry))];
}

const addresses = createAddresses('/');

/** Sections by the names of their lists in old themes, where they differ from the folders. */
const sectionsByName: Readonly<Record<string, string>> = {
  'year-archive': 'posts',
  team: 'people',
};

/** Patterns for the pages of a section in the old site. */
const folderPatterns: Readonly<Record<string, RegExp>> = {
  talks: /^(talks?|events?|_talks)\/./,
  publications: /^_?publications?\/./,
  projects: /^(_?projects?|_portfolio)\/./,
  posts: /^(posts?|blog|news|_posts)\/./,
  teaching: /^(_?teaching|courses?)\/./,
  people: /^(data\/)?authors\/./,
};

const sectionsByHomePart: Partial<Record<HomeSection, string>> = {
  ...{ recent_talks: 'talks', featured_talks: 'talks', next_talk: 'talks' },
  ...{ recent_publications: 'publications', featured_publications: 'publications' },
  ...{ projects: 'projects', posts: 'posts', teaching: 'teaching' },
};

interface MenuPlaces {
  site: OldSite;
  /** The parts of the home page, by the names of the old widgets. */
  targets: ReadonlyMap<string, HomeSection | { text: string }>;
  /** The address of the CV: its page, or its text on the home page. */
  cv: string | undefined;
}

/** Returns the new address of an entry of the old menu; undefined if the new site does not have it. */
function findMenuTarget(target: string, places: MenuPlaces): string | undefined {
  const address = target.replace(/^https?:\/\/example\.(com|org)\/?$/i, '');
  if (/^(https?:)?\/\//i.test(address)) return resolveLink(address, places.site);
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return undefined;
  const [path = '', anchor] = removeLanguage(address.replace(/^(\.?\/)+/, ''), places).split('#');
  const pathKey = path.replace(/(index\.html)?\/*$/, '').toLowerCase();
  if (pathKey === '') return anchor ? findHomePart(anchor.toLowerCase(), places) : addresses.home;
  return findMenuPage(pathKey, path, places);
}

/** Removes the prefix of the default language: `en/cv/` → `cv/`. */
function removeLanguage(path: string, { site }: MenuPlaces): string {
  const prefix = `${defaultLanguageKey(site.configs)}/`;
  const isFolder = site.files.some((file) => file.path.startsWith(`content/${prefix}`));
  return !isFolder && `${path}/`.toLowerCase().startsWith(prefix)
    ? path.slice(prefix.length)
    : path;
}

/** Finds the new address of a part of the old home page: its list, if it has one. */
function findHomePart(anchor: string, places: MenuPlaces): string | undefined {
  const target = places.targets.get(anchor);
  if (target === undefined) {
    if (/^tags?$|^topics$/.test(anchor)) return findTagsAddress(places);
    if (anchor === 'people') return findSectionAddress('people', places);
    return /^(top|hero)$/.test(anchor) ? addresses.home : undefined;
  }
  if (typeof target === 'object') return `${addresses.home}#${toHomePartId(target)}`;
  const section = sectionsByHomePart[target];
  if (section !== undefined) return findSectionAddress(section, places);
  if (target === 'about') return addresses.home;
  return `${addresses.home}#${toHomePartId({ section: target })}`;
}

function findMenuPage(pathKey: string, path: string, places: MenuPlaces): string | undefined {
  const [folder = '', ...rest] = pathKey.split('/');
  const sectionName = findOwn(sectionsByName, folder) ?? findSection(folder);
  // Decks have no list.
  const section = sectionName === 'slides' ? undefined : sectionName;
  if (section !== undefined && rest.length === 0) {
    return findSectionAddress(section, places) ?? findPlainPage(pathKey, places);
  }
  if (section !== undefined && rest.length === 1) return findSectionPage(section, rest[0]!, places);
  if (/^(cv|resume|experience|vita)$/.test(pathKey) && places.cv) return places.cv;
  if (/^(tags?|categories|topics)(\/|$)/.test(pathKey)) return findTagsAddress(places);
  if (/^(about|home)$/.test(pathKey)) return addresses.home;
  const page =
    findPlainPage(pathKey, places) ??
    findListPage(pathKey, places) ??
    findFolderList(pathKey, places);
  if (page !== undefined) return page;
  const file = resolveLink(`/${path}`, places.site);
  return /\.[a-z0-9]+$/i.test(path) && places.site.files.some((one) => isServedFile(one.path, path))
    ? file
    : undefined;
}

/** Finds the section of the collection that a page of a Jekyll site lists. */
function findListPage(pathKey: string, places: MenuPlaces): string | undefined {
  const path = findPageFile(pathKey, places);
  const collection = path && findListedCollection(places.site.read(path));
  // The categories of Jekyll are those of its posts.
  const name = collection === 'categories' ? 'posts' : collection;
  const section = name && findOwn(sectionsByCollection, name);
  return section ? findSectionAddress(section, places) : undefined;
}

/** Finds the section to which the pages of a folder outside the sections are moved. */
function findFolderList(pathKey: string, { site }: MenuPlaces): string | undefined {
  const toRelativePath = createDefaultLanguagePath(site);
  const kinds = site.files.flatMap(({ path }) => {
    const relativePath = toRelativePath(path)?.toLowerCase() ?? '';
    const isBelow = relativePath.startsWith(`${pathKey}/`) && isPageName(relativePath);
    return isBelow ? (detectPageKind(site.read(path)) ?? []) : [];
  });
  const [largest] = [...Map.groupBy(kinds, (kind) => kind)].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  // Plain pages have no list.
  return largest && largest[0] !== 'pages' ? addresses.section(largest[0]) : undefined;
}

/** Finds the file of a page outside the sections by its path or its permalink. */
function findPageFile(pathKey: string, { site }: MenuPlaces): string | undefined {
  const toRelativePath = createDefaultLanguagePath(site);
  return site.files.find(({ path }) => {
    const relativePath = (toRelativePath(path) ?? path).replace(/^_pages\//, '');
    if (!/\.(md|markdown|html?)$/i.test(relativePath)) return false;
    if (relativePath.toLowerCase().replace(/(\/_?index)?\.[a-z]+$/, '') === pathKey) return true;
    const isPage = /^_pages\//.test(path);
    const permalink = isPage && toText(findValue(readOldPage(site, path).data, 'permalink'));
    return permalink ? permalink.replace(/^\/|\/$/g, '').toLowerCase() === pathKey : false;
  })?.path;
}

/** Finds a page outside the sections by its path or its permalink. */
function findPlainPage(pathKey: string, places: MenuPlaces): string | undefined {
  const path = findPageFile(pathKey, places);
  if (path === undefined || detectPageKind(places.site.read(path)) !== 'pages') return undefined;
  const name =
    path
      .replace(/(\/_?index)?\.[a-z]+$/i, '')
      .split('/')
      .at(-1) ?? '';
  return addresses.page('pages', toSlug(name));
}

function isServedFile(file: string, path: string): boolean {
  const decoded = path.replaceAll('%20', ' ');
  return file === `static/${decoded}` || file === decoded;
}

function findSectionAddress(section: string, { site }: MenuPlaces): string | undefined {
  const hasPages = listSectionFiles(section, site).some(
    (path) => section === 'people' || !/\/_index\.[a-z.]+$/.test(path),
  );
  return hasPages ? addresses.section(section) : undefined;
}

/** Returns the list of tags of talks; if no talk has a tag, the list of publications. */
function findTagsAddress(places: MenuPlaces): string | undefined {
  const { site } = places;
  const toRelativePath = createDefaultLanguagePath(site);
  const isTagged = site.files
    .filter(
      ({ path }) =>
        folderPatterns['talks']?.test(toRelativePath(path) ?? path) &&
        /\.(md|markdown)$/.test(path),
    )
    .some(({ path }) => !isEmpty(findValue(readOldPage(site, path).data, 'tags')?.value));
  return isTagged ? addresses.tags : findSectionAddress('publications', places);
}

function findSectionPage(section: string, slug: string, { site }: MenuPlaces): string | undefined {
  const folders = listSectionFiles(section, site).map((path) =>
    path.replace(/\/_?index\.[a-z.]+$|\.(md|mdx|markdown)$/i, '').replace(/^.*\//, ''),
  );
  const name = folders.find((folder) => folder.toLowerCase() === slug);
  return name === undefined ? undefined : addresses.page(section, name);
}

/** Lists the old files of a section; empty for a section that Lectern does not have. */
export function listSectionFiles(section: string, site: OldSite): string[] {
  if (!sections.some(({ name }) => name === section)) return [];
  const toRelativePath = createDefaultLanguagePath(site);
  return site.files
    .map(({ path }) => (/^(_|data\/)/.test(path) ? path : (toRelativePath(path) ?? '')))
    .filter((path) => findOwn(folderPatterns, section)?.test(path));
}
