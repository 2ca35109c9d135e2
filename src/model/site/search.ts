import type { PageSummary } from './page-summary.ts';
import { type Addresses, toTagSlug } from '../page/addresses.ts';
import { compareText } from '../page/lists.ts';
import type { Tag } from '../page/tags.ts';
import {
  groupByTag,
  groupByYear,
  toTalkDeliveries,
  toMainDeliveries,
} from '../talk/talk-deliveries.ts';
import type { Talk } from '../talk/talk.ts';
import { sectionTitle } from './site.ts';

/** What the search can be narrowed down to, and where the same talks are listed. */
export interface SearchFacets {
  tags: { tag: Tag; count: number }[];
  /** The latest first; each with its page. */
  years: { year: number; href: string }[];
  /** The sections, where there are several, by their folders, with their names. */
  sections: { name: string; title: string }[];
  /** What hits can be narrowed down by: tags by name, years with the latest first. */
  limits: { tags: { slug: string; name: string }[]; years: number[] };
}

/** The talks that the search knows: a private one is for those who have its address. */
export function searchableTalks(talks: readonly Talk[]): Talk[] {
  return talks.filter((talk) => !talk.private);
}

/**
 * @param talks Those that the search knows.
 * @param facts Of the pages of the other sections that it knows, by their sections.
 * @param now In milliseconds since 1970.
 */
export function toSearchFacets(
  talks: readonly Talk[],
  facts: Readonly<Record<string, readonly PageSummary[]>>,
  { talksIn }: Pick<Addresses, 'talksIn'>,
  now: number,
): SearchFacets {
  const tags = groupByTag(toMainDeliveries(talks, now)).map(({ tag, talks: tagged }) => ({
    tag,
    count: tagged.length,
  }));
  const years = groupByYear(toTalkDeliveries(talks)).map(({ year }) => ({
    year,
    href: talksIn(year),
  }));
  const counts = { talks: talks.length, ...lengthsOf(facts) };
  const filled = Object.entries(counts).filter(([, count]) => count > 0);
  const sections = filled.map(([name]) => ({ name, title: sectionTitle(name) }));
  const all = Object.values(facts).flat();
  return {
    tags,
    years,
    sections: sections.length > 1 ? sections : [],
    limits: {
      tags: allTags([...tags.map(({ tag }) => tag.name), ...all.flatMap((one) => one.tags)]),
      years: allYears([...years, ...all]),
    },
  };
}

function allTags(names: readonly string[]): SearchFacets['limits']['tags'] {
  const tags = new Map(names.toReversed().map((name) => [toTagSlug(name), name]));
  return [...tags]
    .map(([slug, name]) => ({ slug, name }))
    .sort((a, b) => compareText(a.slug, b.slug));
}

function allYears(dated: readonly { year?: number | undefined }[]): number[] {
  return [...new Set(dated.flatMap(({ year }) => year ?? []))].sort((a, b) => b - a);
}

function lengthsOf(facts: Readonly<Record<string, readonly unknown[]>>): Record<string, number> {
  return Object.fromEntries(Object.entries(facts).map(([name, found]) => [name, found.length]));
}

/** What the search knows of a page. */
export interface SearchRecord {
  /** The page, under the base path. */
  url: string;
  /** Its long texts as plain text, of which a hit shows a piece. */
  content: string;
  /** Short facts by name, which are searched as well and shown beside a hit. */
  meta: Record<string, string>;
  /** What hits can be narrowed down by: `{ in: ['talks'], year: ['2021'], tag: ['knots'] }`. */
  filters: Record<string, string[]>;
  /** What hits can be ordered by, each of one length: `{ start: '2021-09-22T16:00:00Z' }`. */
  sort: Record<string, string>;
}
