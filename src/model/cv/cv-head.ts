import type { WrittenCv } from '../../schema/cv.ts';
import { toCvHref } from './cv-entry.ts';
import { isExternalUrl, type SiteLink } from '../page/link.ts';
import type { Addresses } from '../page/addresses.ts';

/** The head of a CV: whose it is and how to reach them. */
export interface CvHead {
  name: string;
  label?: string;
  contacts: CvContact[];
}

/** A way to reach somebody: its words on a screen, and what paper spells out instead. */
export interface CvContact {
  /** Absent for what is of use on paper alone. */
  name?: string;
  href?: string;
  spelled?: string | undefined;
}

/** What the head of a CV takes from its site: see `Site`. */
interface CvOwner {
  name: string;
  role?: string;
  affiliation?: { name: string };
  links: readonly SiteLink[];
  addresses: Addresses;
  origin?: string;
  absolute(href: string): string;
}

/** Returns the head of a CV: what its file says of the owner, and otherwise what the site says. */
export function toCvHead({ basics = {} }: WrittenCv, site: CvOwner): CvHead {
  const { role, affiliation, links } = site;
  const label = basics.label ?? [role, affiliation?.name].filter(Boolean).join(', ');
  const profiles: readonly CvContact[] =
    basics.profiles?.map((one) => toProfile(one, site)) ?? links;
  const others = profiles.filter(({ href }) => !(basics.email && href?.startsWith('mailto:')));
  const page = toCvHref(basics.url, site.addresses);
  const contacts: CvContact[] = [
    ...addressOf(basics.location),
    ...(basics.phone ? [{ name: basics.phone, spelled: basics.phone }] : []),
    ...(basics.email ? [{ name: 'E-mail', href: `mailto:${basics.email}` }] : []),
    page ? { name: 'Website', href: page } : { spelled: spell(site.addresses.home, site) },
    ...others,
  ];
  return {
    name: basics.name ?? site.name,
    ...(label && { label }),
    contacts: contacts.map(({ name, href, spelled }) => {
      const words = spelled ?? (href && spell(href, site));
      return { ...(name && { name }), ...(href && { href }), ...(words && { spelled: words }) };
    }),
  };
}

type Basics = NonNullable<WrittenCv['basics']>;

function toProfile(
  { network, username, url }: NonNullable<Basics['profiles']>[number],
  { addresses }: CvOwner,
): CvContact {
  const href = toCvHref(url, addresses);
  const name = network ?? username ?? url;
  const spelled = [network, username].filter(Boolean).join(' ');
  return href ? { ...(name && { name }), href } : { ...(spelled && { name: spelled, spelled }) };
}

function addressOf(location: Basics['location']): CvContact[] {
  const { address, postalCode, city, region, countryCode } = location ?? {};
  const town = [postalCode, city].filter(Boolean).join(' ');
  const spelled = [address, town, region, countryCode].filter(Boolean).join(', ');
  return spelled ? [{ name: spelled, spelled }] : [];
}

/** An address as one types it; undefined for one of a site that is nowhere yet. */
function spell(href: string, { origin, absolute }: CvOwner): string | undefined {
  if (!isExternalUrl(href) && origin === undefined) return undefined;
  return absolute(href).replace(/^mailto:|^https?:\/\/(www\.)?|\/$/gi, '');
}
