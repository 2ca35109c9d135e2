import type { HomePart } from '../../schema/home.ts';
import type { SiteSettings } from '../../schema/site.ts';
import { isExternalUrl, addScheme, type SiteLink } from '../page/link.ts';
import { createAddresses, type Addresses } from '../page/addresses.ts';
import type { Institution, Person } from '../person/person.ts';

/** The site as pages and feeds know it. */
export interface Site {
  name: string;
  role?: string;
  affiliation?: { name: string; href?: string };
  description?: string;
  /** The icon of the browser tab, when the author has their own. */
  icon?: string;
  language: string;
  timezone: string;
  z: 'utc' | 'local';
  addresses: Addresses;
  navigation: SiteLink[];
  links: SiteLink[];
  /** The parts of the home page, if its author has composed it. */
  home?: readonly HomePart[];
  /** The groups of the list of people, in order, as far as the author says. */
  peopleGroups: string[];
  feed: { title: string; description: string };
  /** Whether there is a page to search for. */
  searchable?: boolean;
  /** Where the site is published, if its author says so: scheme and host. */
  origin?: string;
  /** An address of the site, with its host: for feeds, citations and canonical links. */
  absolute(href: string): string;
}

/** The host of a site that has none yet, where a standard asks for one (RFC 2606, 3). */
export const placeholderOrigin = 'https://example.org';

const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** The direction in which a language, named by a BCP 47 tag, is usually written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
}

export function toSite(settings: SiteSettings): Site {
  const { name, role, affiliation, description, language, timezone, url, base } = settings;
  const addresses = createAddresses(base);
  const href = (written: string) => {
    const target = addScheme(written);
    return isExternalUrl(target) ? target : addresses.path(target);
  };
  return {
    name,
    ...(role && { role }),
    ...(affiliation && {
      affiliation: {
        name: affiliation.name,
        ...(affiliation.url && { href: href(affiliation.url) }),
      },
    }),
    ...(description && { description }),
    ...(settings.icon && { icon: addresses.path(settings.icon) }),
    language,
    timezone,
    z: settings.times.z,
    addresses,
    navigation: settings.navigation.map((item) => ({ name: item.name, href: href(item.url) })),
    links: settings.links.map((link) => ({
      name: link.name,
      href: href(link.url),
      ...(link.icon && { icon: { name: link.icon, pack: link.icon_pack } }),
    })),
    ...(settings.home && { home: settings.home }),
    peopleGroups: settings.people_groups ?? [],
    feed: {
      title: settings.feed?.title ?? `${name}: talks`,
      description: settings.feed?.description ?? description ?? `Talks by ${name}.`,
    },
    ...(url && { origin: url }),
    absolute: (path) => new URL(path, url ?? placeholderOrigin).href,
  };
}

/**
 * The menu of a site: what its author wrote, but for a section without content; if they wrote none,
 * the sections that have content, and the pages of none.
 * @param filled Whether there is something in a section, by its folder, in the order of the menu.
 */
export function toMenu(
  { navigation, addresses }: Pick<Site, 'navigation' | 'addresses'>,
  filled: Readonly<Record<string, boolean>>,
  pages: readonly { title: { text: string }; href: string }[] = [],
): SiteLink[] {
  const sections = Object.entries(filled);
  const empty = sections.filter(([, has]) => !has).map(([folder]) => addresses.section(folder));
  if (navigation.length > 0) return navigation.filter(({ href }) => !empty.includes(href));
  const lists = sections
    .filter(([, has]) => has)
    .map(([folder]) => ({ name: sectionTitle(folder), href: addresses.section(folder) }));
  return [...lists, ...pages.map(({ title, href }) => ({ name: title.text, href }))];
}

/** The name of a section, by its folder. */
export function sectionTitle(folder: string): string {
  return folder === 'cv' ? 'CV' : folder.charAt(0).toUpperCase() + folder.slice(1);
}

/** The site with what its settings leave to the file of its owner. */
export function addOwner(site: Site, owner: Person | undefined): Site {
  if (!owner) return site;
  const role = site.role ?? owner.role;
  const affiliation = site.affiliation ?? owner.institutions[0];
  return {
    ...site,
    ...(role && { role }),
    ...(affiliation && { affiliation }),
    links: [...site.links, ...owner.links.filter((link) => !isAmong(link, site.links))],
  };
}

/** What the home page says of the owner first. @param site With what their file adds to it. */
export function introduceOwner(site: Site, owner: Person | undefined) {
  const { name, role, affiliation, links } = site;
  const others = owner?.institutions.filter((one) => one.name !== affiliation?.name) ?? [];
  const institutions: Institution[] = [...(affiliation ? [affiliation] : []), ...others];
  return { name, role, pronouns: owner?.pronouns, institutions, links, isOwner: true };
}

function isAmong({ name, href }: SiteLink, links: readonly SiteLink[]): boolean {
  return links.some((link) => link.href === href || link.name === name);
}
