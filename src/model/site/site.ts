import type { HomePart } from '../../schema/home.ts';
import type { HostName } from '../../schema/host.ts';
import type { SectionNames } from '../../schema/sections.ts';
import type { SiteSettings } from '../../schema/site.ts';
import { isExternalUrl, addScheme, type SiteLink } from '../page/link.ts';
import { createAddresses, type Addresses } from '../page/addresses.ts';
import type { Institution, Person } from '../person/person.ts';
import { toMenuText, toSectionNoun, toSectionTitle } from './section-titles.ts';

/** The site for pages and feeds. */
export interface Site {
  name: string;
  role?: string;
  affiliation?: { name: string; href?: string };
  description?: string;
  /** The icon of the browser tab, if the author provides one. */
  icon?: string;
  language: string;
  /** UTC if the settings have none. */
  timezone: string;
  z: 'utc' | 'local';
  /** Set if the settings have no time zone: see `TimeSettings`. */
  floating?: boolean;
  addresses: Addresses;
  /** The host for which the build writes a file of its own. */
  host?: HostName;
  navigation: SiteLink[];
  links: SiteLink[];
  /** The parts of the home page, if the settings list them. */
  home?: readonly HomePart[];
  /** The groups of the list of people that the settings list, in order. */
  peopleGroups: string[];
  /** The names of sections that the settings contain, by folder. */
  sectionNames?: SectionNames;
  feed: { title: string; description: string };
  /** Whether the search index has an entry. */
  searchable?: boolean;
  /** The sections with public pages, by their folders: see `hasPages`. */
  filledSections?: readonly string[];
  /** The scheme and host of the site, if the settings contain them. */
  origin?: string;
  /** Returns an address of the site with its host: for feeds, citations and canonical links. */
  absolute(href: string): string;
}

/** The host of a site without one, for standards that require a host (RFC 2606, 3). */
export const placeholderOrigin = 'https://example.org';

const rightToLeftScripts = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Syrc',
  'Thaa',
]);

/** Returns the usual direction of writing of a language, which is a BCP 47 tag. */
export function toTextDirection(language: string): 'ltr' | 'rtl' {
  return rightToLeftScripts.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** Returns whether a section has public pages. If the pages are unknown, it has. */
export function hasPages({ filledSections }: Pick<Site, 'filledSections'>, section: string) {
  return filledSections?.includes(section) ?? true;
}

/** Converts the settings of a site. */
export function toSite(settings: SiteSettings): Site {
  const { name, role, affiliation, description, language, url, base } = settings;
  const addresses = createAddresses(base);
  const named = settings.sections ? { sectionNames: settings.sections } : {};
  const toHref = (rawUrl: string) => {
    const target = addScheme(rawUrl);
    return isExternalUrl(target) ? target : addresses.path(target);
  };
  return {
    name,
    ...(role && { role }),
    ...(affiliation && {
      affiliation: {
        name: affiliation.name,
        ...(affiliation.url && { href: toHref(affiliation.url) }),
      },
    }),
    ...(description && { description }),
    ...(settings.icon && { icon: addresses.path(settings.icon) }),
    language,
    timezone: settings.timezone ?? 'UTC',
    ...(settings.timezone === undefined && { floating: true }),
    z: settings.times.z,
    addresses,
    ...(settings.host && { host: settings.host }),
    navigation: settings.navigation.map((item) => ({ name: item.name, href: toHref(item.url) })),
    links: settings.links.map((link) => ({
      name: link.name,
      href: toHref(link.url),
      ...(link.icon && { icon: { name: link.icon, pack: link.icon_pack } }),
    })),
    ...(settings.home && { home: settings.home }),
    peopleGroups: settings.people_groups ?? [],
    ...named,
    feed: {
      title: settings.feed?.title ?? `${name}: ${toSectionNoun({ ...named, language }, 'talks')}`,
      description:
        settings.feed?.description ??
        description ??
        `${toSectionTitle(named, 'talks')} by ${name}.`,
    },
    ...(url && { origin: url }),
    absolute: (path) => new URL(path, url ?? placeholderOrigin).href,
  };
}

/**
 * Returns the menu of a site: the one in the settings, without links to empty sections; or else the
 * sections that have content, and the plain pages.
 * @param hasContent Whether a section has content, by its folder, in the order of the menu.
 */
export function toMenu(
  site: Pick<Site, 'navigation' | 'addresses' | 'sectionNames'>,
  hasContent: Readonly<Record<string, boolean>>,
  pages: readonly { title: { text: string }; href: string }[] = [],
): SiteLink[] {
  const { navigation, addresses } = site;
  const sections = Object.entries(hasContent);
  const empty = sections
    .filter(([, isFilled]) => !isFilled)
    .map(([folder]) => addresses.section(folder));
  if (navigation.length > 0) return navigation.filter(({ href }) => !empty.includes(href));
  const lists = sections
    .filter(([, isFilled]) => isFilled)
    .map(([folder]) => ({ name: toMenuText(site, folder), href: addresses.section(folder) }));
  return [...lists, ...pages.map(({ title, href }) => ({ name: title.text, href }))];
}

/** Adds the role, affiliation and links from the file of the owner; the settings take precedence. */
export function addOwnerDetails(site: Site, owner: Person | undefined): Site {
  if (!owner) return site;
  const role = site.role ?? owner.role;
  const affiliation = site.affiliation ?? owner.institutions[0];
  return {
    ...site,
    ...(role && { role }),
    ...(affiliation && { affiliation }),
    links: [...site.links, ...owner.links.filter((link) => !isDuplicateLink(link, site.links))],
  };
}

/**
 * Returns the introduction of the owner on the home page.
 * @param site With the details from the file of the owner.
 */
export function introduceOwner(site: Site, owner: Person | undefined) {
  const { name, role, affiliation, links } = site;
  const others =
    owner?.institutions.filter((institution) => institution.name !== affiliation?.name) ?? [];
  const institutions: Institution[] = [...(affiliation ? [affiliation] : []), ...others];
  return { name, role, pronouns: owner?.pronouns, institutions, links, isOwner: true };
}

function isDuplicateLink({ name, href }: SiteLink, links: readonly SiteLink[]): boolean {
  return links.some((link) => link.href === href || link.name === name);
}
