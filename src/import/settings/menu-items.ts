import { sections } from '../../content/sections/sections.ts';
import { homePartId } from '../../model/site/home.ts';
import { findSection } from '../../model/site/section-folders.ts';
import { createAddresses, toSlug } from '../../model/page/addresses.ts';
import { isEmpty } from '../../schema/field.ts';
import type { HomeSection } from '../../schema/home.ts';
import { createDefaultLanguagePath } from '../old-site/site-language.ts';
import type { OldSite } from '../old-site/old-site.ts';
import {
  firstValueAt,
  itemsOf,
  type OldValue,
  readOldPage,
  stripHtml,
  textOf,
  valueAt,
} from '../old-site/old-values.ts';
import { detectPageKind } from '../places/unsectioned-pages.ts';
import { fromWhere, type Item } from './annotated-yaml.ts';
import type { KeyUsage } from './key-usage.ts';
import { resolveLink } from './owner-contacts.ts';

/** Returns the menu: entries in their order, children after their parent, each target once. */
export function menuItems(main: OldValue | undefined, places: MenuPlaces, usage: KeyUsage): Item[] {
  const entries = sortEntries(itemsOf(main));
  const found = entries.map((entry) => {
    const written = textOf(firstValueAt(entry, 'url', 'pageRef', 'link'));
    return {
      entry,
      to: written === undefined ? undefined : findMenuTarget(written, places),
      written,
    };
  });
  /** An entry for a selection of pages is not needed beside one for all of them. */
  const isMinor = ({ written }: (typeof found)[number]) => {
    const target = places.targets.get(written?.replace(/^\/?#/, '').toLowerCase() ?? '');
    return typeof target === 'string' && target.startsWith('featured_');
  };
  const best = found.toReversed().toSorted((a, b) => Number(isMinor(b)) - Number(isMinor(a)));
  const chosen = new Map(best.map((one) => [one.to, one.entry]));
  return found.flatMap(({ entry, to, written }): Item[] => {
    const [name, url] = [
      firstValueAt(entry, 'name', 'title'),
      firstValueAt(entry, 'url', 'pageRef', 'link'),
    ];
    const words = stripHtml(textOf(name) ?? '') || undefined;
    if (words === undefined || written === undefined) {
      usage.markUnused(entry, 'The menu entry has no name or no address.');
      return [];
    }
    const other = chosen.get(to);
    if (to === undefined || other !== entry) {
      const twin = textOf(firstValueAt(other, 'name', 'title'));
      const reason =
        to === undefined
          ? `The new site has no page for ${written}.`
          : `The entry "${twin}" links to the same page.`;
      usage.markUnused(entry, reason);
      return [];
    }
    const [weight, parent] = [firstValueAt(entry, 'weight'), firstValueAt(entry, 'parent')];
    const from = { name, url, weight, parent, identifier: firstValueAt(entry, 'identifier') };
    return [{ value: { name: words, url: to }, from, note: fromWhere([entry]) ?? '' }];
  });
}

/** Sorts by weight, entries without one last, children after their parent; ties keep their order. */
function sortEntries(entries: readonly OldValue[]): OldValue[] {
  const weight = (entry: OldValue) => Number(textOf(firstValueAt(entry, 'weight'))) || Infinity;
  const sorted = entries.toSorted((a, b) => {
    const [one, other] = [weight(a), weight(b)];
    return one === other ? 0 : one - other;
  });
  const idOf = (entry: OldValue) => textOf(firstValueAt(entry, 'identifier', 'name', 'title'));
  const ids = new Set(sorted.map(idOf));
  const parentOf = (entry: OldValue) => {
    const parent = textOf(firstValueAt(entry, 'parent'));
    return ids.has(parent) && parent !== idOf(entry) ? parent : undefined;
  };
  const below = (parent: string | undefined, depth: number): OldValue[] =>
    sorted
      .filter((entry) => parentOf(entry) === parent)
      .flatMap((entry) => [
        entry,
        ...itemsOf(firstValueAt(entry, 'children')),
        ...(depth < 4 && idOf(entry) !== undefined ? below(idOf(entry), depth + 1) : []),
      ]);
  const found = below(undefined, 0);
  return [...found, ...sorted.filter((entry) => !found.includes(entry))];
}

const addresses = createAddresses('/');

/** The sections of lists that old themes call otherwise than their folders. */
const sectionsByName: Readonly<Record<string, string>> = {
  'year-archive': 'posts',
  team: 'people',
};

/** Folders of the old site in which a section has its pages. */
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
  /** What is on the home page, by the names of the old widgets. */
  targets: ReadonlyMap<string, HomeSection | { text: string }>;
  /** Where the CV is: its page, or its text on the home page. */
  cv: string | undefined;
}

/** Returns the new address of an entry of the old menu; undefined if the new site does not have it. */
function findMenuTarget(written: string, places: MenuPlaces): string | undefined {
  const address = written.replace(/^https?:\/\/example\.(com|org)\/?$/i, '');
  if (/^(https?:)?\/\//i.test(address)) return resolveLink(address, places.site);
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return undefined;
  const [path = '', anchor] = address.replace(/^(\.?\/)+/, '').split('#');
  const names = path.replace(/(index\.html)?\/*$/, '').toLowerCase();
  if (names === '') return anchor ? findHomePart(anchor.toLowerCase(), places) : addresses.home;
  return findMenuPage(names, path, places);
}

/** Finds the new address of a part of the old home page: its list, if it has one. */
function findHomePart(anchor: string, places: MenuPlaces): string | undefined {
  const target = places.targets.get(anchor);
  if (target === undefined) {
    if (/^tags?$|^topics$/.test(anchor)) return tagsAddress(places);
    if (anchor === 'people') return sectionAddress('people', places);
    return /^(top|hero)$/.test(anchor) ? addresses.home : undefined;
  }
  if (typeof target === 'object') return `${addresses.home}#${homePartId(target)}`;
  const section = sectionsByHomePart[target];
  if (section !== undefined) return sectionAddress(section, places);
  if (target === 'about') return addresses.home;
  return `${addresses.home}#${homePartId({ section: target })}`;
}

function findMenuPage(names: string, path: string, places: MenuPlaces): string | undefined {
  const [folder = '', ...rest] = names.split('/');
  const called = sectionsByName[folder] ?? findSection(folder);
  // Decks have no list.
  const section = called === 'slides' ? undefined : called;
  if (section !== undefined && rest.length === 0) {
    return sectionAddress(section, places) ?? findPlainPage(names, places);
  }
  if (section !== undefined && rest.length === 1) return findSectionPage(section, rest[0]!, places);
  if (/^(cv|resume|experience|vita)$/.test(names) && places.cv) return places.cv;
  if (/^(tags?|categories|topics)(\/|$)/.test(names)) return tagsAddress(places);
  if (/^(about|home)$/.test(names)) return addresses.home;
  const page = findPlainPage(names, places);
  if (page !== undefined) return page;
  const file = resolveLink(`/${path}`, places.site);
  return /\.[a-z0-9]+$/i.test(path) && places.site.files.some((one) => isServedAs(one.path, path))
    ? file
    : undefined;
}

/** Finds a page outside the sections by its file or its permalink. */
function findPlainPage(names: string, { site }: MenuPlaces): string | undefined {
  const ownPath = createDefaultLanguagePath(site);
  const found = site.files.find(({ path }) => {
    const own = (ownPath(path) ?? path).replace(/^_pages\//, '');
    if (!/\.(md|markdown|html?)$/i.test(own)) return false;
    if (own.toLowerCase().replace(/(\/_?index)?\.[a-z]+$/, '') === names) return true;
    const isPage = /^_pages\//.test(path);
    const given = isPage && textOf(valueAt(readOldPage(site, path).data, 'permalink'));
    return given ? given.replace(/^\/|\/$/g, '').toLowerCase() === names : false;
  });
  if (!found || detectPageKind(site.read(found.path)) !== 'pages') return undefined;
  const name =
    found.path
      .replace(/(\/_?index)?\.[a-z]+$/i, '')
      .split('/')
      .at(-1) ?? '';
  return addresses.page('pages', toSlug(name));
}

function isServedAs(file: string, path: string): boolean {
  const plain = path.replaceAll('%20', ' ');
  return file === `static/${plain}` || file === plain;
}

function sectionAddress(section: string, { site }: MenuPlaces): string | undefined {
  const isFilled = listSectionFiles(section, site).some(
    (path) => section === 'people' || !/\/_index\.[a-z.]+$/.test(path),
  );
  return isFilled ? addresses.section(section) : undefined;
}

/** Tags of talks have a page; where none has one, papers are listed by theirs. */
function tagsAddress(places: MenuPlaces): string | undefined {
  const { site } = places;
  const ownPath = createDefaultLanguagePath(site);
  const isTagged = site.files
    .filter(
      ({ path }) =>
        folderPatterns['talks']?.test(ownPath(path) ?? path) && /\.(md|markdown)$/.test(path),
    )
    .some(({ path }) => !isEmpty(valueAt(readOldPage(site, path).data, 'tags')?.value));
  return isTagged ? addresses.tags : sectionAddress('publications', places);
}

function findSectionPage(section: string, slug: string, { site }: MenuPlaces): string | undefined {
  const names = listSectionFiles(section, site).map((path) =>
    path.replace(/\/_?index\.[a-z.]+$|\.(md|mdx|markdown)$/i, '').replace(/^.*\//, ''),
  );
  const name = names.find((one) => one.toLowerCase() === slug);
  return name === undefined ? undefined : addresses.page(section, name);
}

/** Lists the old files of a section; empty for a section that Lectern does not have. */
function listSectionFiles(section: string, site: OldSite): string[] {
  if (!sections.some(({ name }) => name === section)) return [];
  const ownPath = createDefaultLanguagePath(site);
  return site.files
    .map(({ path }) => (/^(_|data\/)/.test(path) ? path : (ownPath(path) ?? '')))
    .filter((path) => folderPatterns[section]?.test(path));
}
