import type { PageSummary } from './page-summary.ts';
import { formatDay } from '../page/format-when.ts';
import { getPlaceBesideEvent, type Delivery } from '../talk/delivery.ts';
import type { Talk } from '../talk/talk.ts';
import type { Site } from './site.ts';

/** The texts on a share image, all plain text. */
export interface ShareCard {
  title: string;
  event?: string;
  day?: string;
  place?: string;
  /** The speakers, or the owner of the site. */
  name: string;
}

/** Returns the card of a talk at one of its deliveries. */
export function toTalkShareCard(talk: Talk, delivery: Delivery, language: string): ShareCard {
  const { event, when } = delivery;
  const where = getPlaceBesideEvent(delivery)?.short;
  return {
    title: talk.title.text,
    ...(event && { event: event.name.text }),
    day: formatDay(when, language),
    ...(where && { place: where.text }),
    name: talk.speakers.join(', '),
  };
}

/** Returns the card of a page of another section. `owner` is the name of the owner of the site. */
export function toPageShareCard(
  { page, people, where, when }: PageSummary,
  owner: string,
): ShareCard {
  return {
    title: page.title.text,
    ...(where && { event: where }),
    ...(when && { day: when }),
    name: people.length > 0 ? people.join(', ') : owner,
  };
}

/** Returns the card of the site, with its address at the bottom. */
export function toSiteShareCard(site: Site): ShareCard {
  const { name, role, affiliation, addresses } = site;
  const { host, pathname } = new URL(site.absolute(addresses.home));
  return {
    title: name,
    ...(role && { event: role }),
    ...(affiliation && { place: affiliation.name }),
    name: `${host}${pathname}`.replace(/\/$/, ''),
  };
}

/** A font file in WOFF, which may contain only some characters of its family. */
export interface ShareFont {
  /** Unique among the fonts of one style. */
  name: string;
  style: 'normal' | 'italic';
  /** Only for symbols and formulas: its letters of other scripts are not for running text. */
  symbolsOnly?: boolean;
  data: Buffer;
}
