import { byTag, byYear, occasionsOf, sortNewestFirst } from './order.ts';
import type { Tag } from './tag.ts';
import type { Talk } from './talk.ts';
import type { Addresses } from './url.ts';

/** What the search can be narrowed down to, and where the same talks are listed. */
export interface SearchChoices {
  tags: { tag: Tag; count: number }[];
  /** The latest first; each with its page. */
  years: { year: number; href: string }[];
}

/** The talks that the search knows: a private one is for those who have its address. */
export function searchableTalks(talks: readonly Talk[]): Talk[] {
  return talks.filter((talk) => !talk.private);
}

/** @param talks Those that the search knows. @param now In milliseconds since 1970. */
export function toSearchChoices(
  talks: readonly Talk[],
  { talksIn }: Pick<Addresses, 'talksIn'>,
  now: number,
): SearchChoices {
  return {
    tags: byTag(sortNewestFirst(talks, now)).map(({ tag, talks: tagged }) => ({
      tag,
      count: tagged.length,
    })),
    years: byYear(occasionsOf(talks)).map(({ year }) => ({ year, href: talksIn(year) })),
  };
}
