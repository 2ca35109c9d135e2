import type { RawCv } from '../../schema/cv.ts';
import { toCvHref } from './cv-entry.ts';
import { isExternalUrl, type SiteLink } from '../page/link.ts';
import type { Addresses } from '../page/addresses.ts';

/** The head of a CV: the name and the contacts of its owner. */
export interface CvHead {
  name: string;
  label?: string;
  contacts: CvContact[];
}

/** A contact: its text on a screen, and its text on paper. */
export interface CvContact {
  /** Absent if it is only shown on paper. */
  name?: string;
  href?: string;
  printText?: string | undefined;
}

/** What the head of a CV needs from the site: see `Site`. */
interface CvHeadSite {
  name: string;
  role?: string;
  affiliation?: { name: string };
  links: readonly SiteLink[];
  addresses: Addresses;
  origin?: string;
  absolute(href: string): string;
}

/** Returns the head of a CV: from its file, or else from the settings of the site. */
export function toCvHead({ basics = {} }: RawCv, site: CvHeadSite): CvHead {
  const { role, affiliation, links } = site;
  const label = basics.label ?? [role, affiliation?.name].filter(Boolean).join(', ');
  const profiles: readonly CvContact[] =
    basics.profiles?.map((profile) => toProfile(profile, site)) ?? links;
  const others = profiles.filter(({ href }) => !(basics.email && href?.startsWith('mailto:')));
  const page = toCvHref(basics.url, site.addresses);
  const contacts: CvContact[] = [
    ...toAddressContacts(basics.location),
    ...toTextContacts(basics.phone),
    ...(basics.email ? [{ name: 'E-mail', href: `mailto:${basics.email}` }] : []),
    page
      ? { name: 'Website', href: page }
      : { printText: formatPrintedAddress(site.addresses.home, site) },
    ...others,
  ];
  return {
    name: basics.name ?? site.name,
    ...(label && { label }),
    contacts: contacts.map(({ name, href, printText: text }): CvContact => {
      const printed = text ?? (href && formatPrintedAddress(href, site));
      return {
        ...(name && { name }),
        ...(href && { href }),
        ...(printed && { printText: printed }),
      };
    }),
  };
}

type Basics = NonNullable<RawCv['basics']>;

function toProfile(
  { network, username, url }: NonNullable<Basics['profiles']>[number],
  { addresses }: CvHeadSite,
): CvContact {
  const href = toCvHref(url, addresses);
  const name = network ?? username ?? url;
  const text = [network, username].filter(Boolean).join(' ');
  return href ? { ...(name && { name }), href } : { ...(text && { name: text, printText: text }) };
}

function toAddressContacts(location: Basics['location']): CvContact[] {
  const { address, postalCode, city, region, countryCode } = location ?? {};
  const town = [postalCode, city].filter(Boolean).join(' ');
  return toTextContacts([address, town, region, countryCode].filter(Boolean).join(', '));
}

/** Returns a contact that is only a text; empty without one. */
function toTextContacts(text: string | undefined): CvContact[] {
  return text ? [{ name: text, printText: text }] : [];
}

/** Returns an address for paper, without its scheme; undefined for a page of a site without a host. */
function formatPrintedAddress(href: string, { origin, absolute }: CvHeadSite): string | undefined {
  if (!isExternalUrl(href) && origin === undefined) return undefined;
  return absolute(href).replace(/^mailto:|^https?:\/\/(www\.)?|\/$/gi, '');
}
