import type { TalkFrontMatter } from '../../schema/talk.ts';
import { escapeHtml, type RichText } from '../page/page-texts.ts';

type Address = NonNullable<TalkFrontMatter['address']>;
type Coordinates = NonNullable<TalkFrontMatter['coordinates']>;

/** Where a talk is given. */
export interface Place {
  /** With the whole address. */
  full: RichText;
  /** With the town alone, for lists. */
  short: RichText;
  /** What the author gave besides the address: a building, a room. */
  venue?: string;
  address?: Address;
  point?: { latitude: number; longitude: number };
}

export function toPlace(
  venue: RichText | undefined,
  address: Address | undefined,
  coordinates: Coordinates | undefined,
): Place | undefined {
  const full = atAddress(venue, formatAddress(address));
  if (!full) return undefined;
  const said = trimPart(venue?.text);
  const { latitude, longitude } = coordinates ?? {};
  return {
    full,
    short: atAddress(venue, formatTown(address)) ?? full,
    ...(said && { venue: said }),
    ...(address && formatAddress(address) && { address }),
    ...(latitude !== undefined && longitude !== undefined && { point: { latitude, longitude } }),
  };
}

function atAddress(venue: RichText | undefined, address: string | undefined): RichText | undefined {
  const said = trimPart(venue?.text);
  const rest = restAfter(said, address);
  if (!venue || !said)
    return rest === undefined ? undefined : { html: escapeHtml(rest), text: rest };
  if (rest === undefined) return { html: trimPart(venue.html) ?? '', text: said };
  return { html: `${trimPart(venue.html)}, ${escapeHtml(rest)}`, text: `${said}, ${rest}` };
}

/**
 * An address as one line without dangling commas: `Rue 1, Lyon 69001, France`. What an earlier
 * part already says is not said twice (`New York, NY` with the region `NY`).
 */
function formatAddress(address: Address | undefined): string | undefined {
  if (!address) return undefined;
  const { street, postcode, country } = address;
  const city = trimPart(address.city);
  const region = restAfter(city, trimPart(address.region));
  const town = region ? [city, withPostcode(region, postcode)] : [withPostcode(city, postcode)];
  return joinParts([street, ...town, country]);
}

/** Town and country, for a list: `Lyon, France`. */
export function formatTown(address: Address | undefined): string | undefined {
  return address && joinParts([address.city, address.country]);
}

/** Of a second text what a first one does not say: `NY, USA` of `New York, NY, USA` after `New York`. */
function restAfter(said: string | undefined, text: string | undefined): string | undefined {
  if (!said || !text) return text;
  return joinParts(text.split(', ').filter((part) => !saysPart(said, part)));
}

/** Without the commas and blanks that authors leave at the end. */
export function trimPart(text: string | undefined): string | undefined {
  return text?.trim().replace(/[,;\s]+$/, '') || undefined;
}

function withPostcode(part: string | undefined, postcode: string | undefined): string {
  return [part, postcode].filter(Boolean).join(' ');
}

function joinParts(parts: readonly (string | undefined)[]): string | undefined {
  const said: string[] = [];
  for (const part of parts.map(trimPart)) {
    if (part && !said.some((earlier) => saysPart(earlier, part)))
      said.push(part.replace(/\s+/g, ' '));
  }
  return said.join(', ') || undefined;
}

function saysPart(text: string, part: string): boolean {
  return text.split(/,\s*/).some((said) => said.toLowerCase() === part.toLowerCase());
}
