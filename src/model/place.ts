import type { TalkFrontMatter } from '../schema/talk.ts';

type Address = NonNullable<TalkFrontMatter['address']>;

/**
 * An address as one line without dangling commas: `Rue 1, Lyon 69001, France`. What an earlier
 * part already says is not said twice (`New York, NY` with the region `NY`).
 */
export function formatAddress(address: Address | undefined): string | undefined {
  if (!address) return undefined;
  const { street, city, region, postcode, country } = address;
  return joinParts([street, city, [region, postcode].filter(Boolean).join(' '), country]);
}

/** Town and country, for a list: `Lyon, France`. */
export function formatTown(address: Address | undefined): string | undefined {
  return address && joinParts([address.city, address.country]);
}

/** Of a second text what a first one does not say: `NY, USA` of `New York, NY, USA` after `New York`. */
export function restAfter(said: string | undefined, text: string | undefined): string | undefined {
  if (!said || !text) return text;
  return joinParts(text.split(', ').filter((part) => !saysPart(said, part)));
}

/** Without the commas and blanks that authors leave at the end. */
export function trimPart(text: string | undefined): string | undefined {
  return text?.trim().replace(/[,;\s]+$/, '') || undefined;
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
