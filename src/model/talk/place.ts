import type { TalkFrontMatter } from '../../schema/talk.ts';
import { escapeHtml, type RichText } from '../page/page-texts.ts';

type Address = NonNullable<TalkFrontMatter['address']>;
type Coordinates = NonNullable<TalkFrontMatter['coordinates']>;

/** Where a talk is given. */
export interface Place {
  /** With the whole address. */
  full: RichText;
  /** With only the town, for lists. */
  short: RichText;
  /** The venue without the address: a building, a room. */
  venue?: string;
  address?: Address;
  point?: { latitude: number; longitude: number };
}

/** Returns a place; undefined without a venue and an address. */
export function toPlace(
  venue: RichText | undefined,
  address: Address | undefined,
  coordinates: Coordinates | undefined,
): Place | undefined {
  const full = joinVenueAndAddress(venue, formatAddress(address));
  if (!full) return undefined;
  const venueText = trimPart(venue?.text);
  const { latitude, longitude } = coordinates ?? {};
  return {
    full,
    short: joinVenueAndAddress(venue, formatTown(address)) ?? full,
    ...(venueText && { venue: venueText }),
    ...(address && formatAddress(address) && { address }),
    ...(latitude !== undefined && longitude !== undefined && { point: { latitude, longitude } }),
  };
}

function joinVenueAndAddress(
  venue: RichText | undefined,
  address: string | undefined,
): RichText | undefined {
  const venueText = trimPart(venue?.text);
  const rest = omitRepeatedParts(venueText, address);
  if (!venue || !venueText)
    return rest === undefined ? undefined : { html: escapeHtml(rest), text: rest };
  if (rest === undefined) return { html: trimPart(venue.html) ?? '', text: venueText };
  return { html: `${trimPart(venue.html)}, ${escapeHtml(rest)}`, text: `${venueText}, ${rest}` };
}

/**
 * Formats an address on one line without stray commas: `Rue 1, 69001 Lyon, France`. A part that an earlier
 * one contains is omitted (`New York, NY` with the region `NY`).
 */
function formatAddress(address: Address | undefined): string | undefined {
  if (!address) return undefined;
  const { street, postcode, country } = address;
  const city = trimPart(address.city);
  const region = omitRepeatedParts(city, trimPart(address.region));
  const town = [city, region].flatMap((part) => part ?? []);
  return joinParts([street, ...addPostcode(town, postcode, country), country]);
}

/** Formats town and country for a list: `Lyon, France`. */
export function formatTown(address: Address | undefined): string | undefined {
  return address && joinParts([address.city, address.country]);
}

/** Omits the parts of a text that are in an earlier one: `NY, USA` of `New York, NY, USA` after `New York`. */
function omitRepeatedParts(
  earlier: string | undefined,
  text: string | undefined,
): string | undefined {
  if (!earlier || !text) return text;
  return joinParts(text.split(', ').filter((part) => !hasPart(earlier, part)));
}

/** Removes trailing commas and spaces. */
export function trimPart(text: string | undefined): string | undefined {
  return text?.trim().replace(/[,;\s]+$/, '') || undefined;
}

/**
 * Countries that write the postcode after the town and its region, by their names and ISO codes. Others write it before
 * the town. Universal Postal Union, Postal addressing systems in member countries.
 */
const postcodeLast = new Set(
  [
    'US, USA, U.S., U.S.A., United States, United States of America, CA, Canada, AU, Australia',
    'NZ, New Zealand, IE, Ireland, Éire, GB, UK, U.K., United Kingdom, Great Britain, England',
    'Scotland, Wales, Northern Ireland, IN, India, PK, Pakistan, BD, Bangladesh, SG, Singapore',
    'CN, China, TW, Taiwan, JP, Japan, KR, Korea, South Korea, Republic of Korea, TH, Thailand',
    'ID, Indonesia, PH, Philippines, SA, Saudi Arabia, ZA, South Africa, RU, Russia, UA, Ukraine',
  ].flatMap((names) => names.toLowerCase().split(', ')),
);

/** Adds the postcode to the parts of a town where the country writes it. */
function addPostcode(
  town: readonly string[],
  postcode: string | undefined,
  country: string | undefined,
): string[] {
  if (!postcode) return [...town];
  // Without a country, a region is a state, as in the United States.
  const isLast = country
    ? postcodeLast.has(country.trim().toLowerCase().replace(/^the /, ''))
    : town.length > 1;
  const [first, ...others] = isLast ? town.toReversed() : town;
  if (first === undefined) return [postcode];
  return isLast
    ? [...others.toReversed(), `${first} ${postcode}`]
    : [`${postcode} ${first}`, ...others];
}

/**
 * Returns a place without what the event beside it says: old files name the event as the venue as well. Compares
 * without case, articles and an abbreviation in parentheses.
 * @returns Undefined if nothing is left.
 */
export function omitEvent(place: RichText, event: string | undefined): RichText | undefined {
  if (event === undefined) return place;
  const keys = new Set([event, ...event.split(/,\s*/)].map(toNameKey));
  const isNew = (part: string) => !keys.has(toNameKey(part));
  if (!isNew(place.text)) return undefined;
  const parts = place.text.split(/,\s*/);
  if (parts.every(isNew)) return place;
  // The HTML has the same parts, unless there is a comma inside a link.
  const html = place.html.split(/,\s*/);
  if (html.length !== parts.length || !html.every(isBalanced)) return place;
  const kept = parts.flatMap((part, i) => (isNew(part) ? i : []));
  if (kept.length === 0) return undefined;
  const join = (all: readonly string[]) => kept.map((i) => all[i]).join(', ');
  return { html: join(html), text: join(parts) };
}

/** Returns whether a part of an HTML text closes as many elements as it opens. */
function isBalanced(html: string): boolean {
  return html.split(/<[a-z]/i).length === html.split('</').length;
}

function toNameKey(name: string): string {
  return name
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(/^the\s+/i, '')
    .replace(/[\s.,;:–-]+/g, ' ')
    .trim()
    .toLowerCase();
}

function joinParts(parts: readonly (string | undefined)[]): string | undefined {
  const joined: string[] = [];
  for (const part of parts.map(trimPart)) {
    if (part && !joined.some((earlier) => hasPart(earlier, part)))
      joined.push(part.replace(/\s+/g, ' '));
  }
  return joined.join(', ') || undefined;
}

function hasPart(text: string, part: string): boolean {
  return text.split(/,\s*/).some((other) => other.toLowerCase() === part.toLowerCase());
}
