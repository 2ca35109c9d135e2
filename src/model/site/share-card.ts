import type { PageSummary } from './page-summary.ts';
import { formatDay } from '../page/format-when.ts';
import type { Delivery } from '../talk/delivery.ts';
import type { Talk } from '../talk/talk.ts';
import type { Site } from './site.ts';

/** The words on the picture that a shared link shows, all plain text. */
export interface ShareCard {
  title: string;
  event?: string;
  day?: string;
  place?: string;
  /** Who speaks, or whose site it is. */
  name: string;
}

/** A talk as it is shared. `delivery` is the one to show. */
export function talkShareCard(talk: Talk, delivery: Delivery, language: string): ShareCard {
  const { event, when, place } = delivery;
  return {
    title: talk.title.text,
    ...(event && { event: event.name.text }),
    day: formatDay(when, language),
    ...(place && { place: place.short.text }),
    name: talk.speakers.join(', '),
  };
}

/** A page of another section as it is shared; `owner` is whose site it is. */
export function pageShareCard(
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

/** The site as it is shared, with its address at the foot. */
export function siteShareCard(site: Site): ShareCard {
  const { name, role, affiliation, addresses } = site;
  const { host, pathname } = new URL(site.absolute(addresses.home));
  return {
    title: name,
    ...(role && { event: role }),
    ...(affiliation && { place: affiliation.name }),
    name: `${host}${pathname}`.replace(/\/$/, ''),
  };
}

/** One font file in WOFF, which may cover a part of its family's characters. */
export interface ShareFont {
  /** Unique among the fonts of one style. */
  name: string;
  style: 'normal' | 'italic';
  /** Only for signs and formulas: letters of other scripts in it are not meant for running text. */
  signsOnly?: boolean;
  data: Buffer;
}
