import type { PageSummary } from './page-summary.ts';
import { toTagSlug } from '../page/addresses.ts';
import { compareText } from '../page/lists.ts';
import type { Tag } from '../page/tags.ts';
import {
  groupDeliveriesByTag,
  groupDeliveriesByYear,
  toTalkDeliveries,
  toMainDeliveries,
} from '../talk/talk-deliveries.ts';
import type { Talk } from '../talk/talk.ts';
import { toSectionTitle } from './section-titles.ts';
import type { Site } from './site.ts';

/** The filters of the search, and links to the lists of the same talks. */
export interface SearchFacets {
  tags: { tag: Tag; count: number }[];
  /** The latest first, each with the address of its list. */
  years: { year: number; href: string }[];
  /** The folders and names of the sections; empty if there is only one. */
  sections: { name: string; title: string }[];
  /** The filters for hits: tags by slug, years with the latest first. */
  filters: { tags: { slug: string; name: string }[]; years: number[] };
}

/** Returns the talks in the search index. Private talks are only for visitors with the address. */
export function pickSearchableTalks(talks: readonly Talk[]): Talk[] {
  return talks.filter((talk) => !talk.private);
}

/**
 * Returns the filters of the search.
 * @param talks The talks in the search index.
 * @param summaries The pages of the other sections in the search index, by section.
 * @param now In milliseconds since 1970.
 */
export function toSearchFacets(
  talks: readonly Talk[],
  summaries: Readonly<Record<string, readonly PageSummary[]>>,
  { addresses: { talksIn }, ...site }: Pick<Site, 'addresses' | 'sectionNames'>,
  now: number,
): SearchFacets {
  const tags = groupDeliveriesByTag(toMainDeliveries(talks, now)).map(({ tag, talks: tagged }) => ({
    tag,
    count: tagged.length,
  }));
  const years = groupDeliveriesByYear(toTalkDeliveries(talks)).map(({ year }) => ({
    year,
    href: talksIn(year),
  }));
  const counts = { talks: talks.length, ...countPages(summaries) };
  const nonEmpty = Object.entries(counts).filter(([, count]) => count > 0);
  const sections = nonEmpty.map(([name]) => ({ name, title: toSectionTitle(site, name) }));
  const pages = Object.values(summaries).flat();
  return {
    tags,
    years,
    sections: sections.length > 1 ? sections : [],
    filters: {
      tags: toTagFilters([
        ...tags.map(({ tag }) => tag.name),
        ...pages.flatMap((page) => page.tags),
      ]),
      years: toYearFilters([...years, ...pages]),
    },
  };
}

function toTagFilters(names: readonly string[]): SearchFacets['filters']['tags'] {
  const tags = new Map(names.toReversed().map((name) => [toTagSlug(name), name]));
  return [...tags]
    .map(([slug, name]) => ({ slug, name }))
    .sort((a, b) => compareText(a.slug, b.slug));
}

function toYearFilters(dated: readonly { year?: number | undefined }[]): number[] {
  return [...new Set(dated.flatMap(({ year }) => year ?? []))].sort((a, b) => b - a);
}

function countPages(
  summaries: Readonly<Record<string, readonly unknown[]>>,
): Record<string, number> {
  return Object.fromEntries(Object.entries(summaries).map(([name, pages]) => [name, pages.length]));
}

/** A page in the search index. */
export interface SearchRecord {
  /** The address of the page, with the base path. */
  url: string;
  /** Its long texts as plain text. A hit shows an excerpt. */
  content: string;
  /** Short facts by name, which are also searched, and shown with a hit. */
  meta: Record<string, string>;
  /** The values for the filters: `{ in: ['talks'], year: ['2021'], tag: ['knots'] }`. */
  filters: Record<string, string[]>;
  /** The values for sorting, all of the same length: `{ start: '2021-09-22T16:00:00Z' }`. */
  sort: Record<string, string>;
}

/** A file of the search index. */
export interface IndexFile {
  /** Relative to the folder of the index. */
  path: string;
  content: Uint8Array;
}
