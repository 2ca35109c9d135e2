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
 * Formats an address on one line without stray commas: `Rue 1, Lyon 69001, France`. A part that an earlier
 * one contains is omitted (`New York, NY` with the region `NY`).
 */
function formatAddress(address: Address | undefined): string | undefined {
  if (!address) return undefined;
  const { street, postcode, country } = address;
  const city = trimPart(address.city);
  const region = omitRepeatedParts(city, trimPart(address.region));
  const town = region ? [city, joinPostcode(region, postcode)] : [joinPostcode(city, postcode)];
  return joinParts([street, ...town, country]);
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

function joinPostcode(part: string | undefined, postcode: string | undefined): string {
  return [part, postcode].filter(Boolean).join(' ');
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
