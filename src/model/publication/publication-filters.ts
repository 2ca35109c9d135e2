import { compareText, type Filter } from '../page/lists.ts';
import type { Publication } from './publication.ts';
import type { PublicationType } from './raw-publication.ts';
import { toTagSlug, type Addresses } from '../page/addresses.ts';

/** The publications of one type, tag or year, or with some material. */
export interface PublicationFilter extends Filter<Publication> {
  /** The part of its address before the slug: `/publications/type/thesis/`, `/publications/with/code/`. */
  by: 'type' | 'with' | 'tag' | 'in';
}

type FilterLabel = Omit<PublicationFilter, 'href' | 'items'>;

const materials = {
  pdf: ['PDF', ['pdf', 'preprint']],
  code: ['code', ['code']],
  data: ['data', ['dataset']],
} as const;

/**
 * Returns the filters of a list of publications: types, the most frequent first, then materials, then
 * tags by slug and years. None is empty.
 * @param publications Newest first.
 */
export function toPublicationFilters(
  publications: readonly Publication[],
  { publicationsBy }: Pick<Addresses, 'publicationsBy'>,
): PublicationFilter[] {
  const filters = new Map<string, PublicationFilter>();
  for (const publication of publications) {
    const labels = [
      ...toBarFilters(publication),
      ...toTagFilters(publication),
      ...toYearFilter(publication),
    ];
    for (const label of labels) {
      const href = publicationsBy(label.by, label.slug);
      const filter = filters.get(label.key) ?? { ...label, href, items: [] };
      filter.items.push(publication);
      filters.set(label.key, filter);
    }
  }
  const all = [...filters.values()];
  const bySlug = (a: FilterLabel, b: FilterLabel) => compareText(a.slug, b.slug);
  return [
    ...all
      .filter(({ by }) => by === 'type')
      .sort((a, b) => b.items.length - a.items.length || bySlug(a, b)),
    ...Object.keys(materials).flatMap((slug) => filters.get(`with-${slug}`) ?? []),
    ...all.filter(({ by }) => by === 'tag').sort(bySlug),
    ...all.filter(({ by }) => by === 'in'),
  ];
}

/** Returns the filters above the list. The other lists are linked from elsewhere. */
export function pickBarFilters(filters: readonly PublicationFilter[]): PublicationFilter[] {
  return filters.filter(({ by }) => by === 'type' || by === 'with');
}

/** Returns the keys of the filters above the list that a publication matches. */
export function toPublicationFilterKeys(publication: Publication): string[] {
  return toBarFilters(publication).map(({ key }) => key);
}

/**
 * Returns the publications on the first page of the list: whole years, as many of the latest as have at
 * most `limit` publications together, and at least one; where each year is; and the first year that has
 * a page of its own.
 */
export function pickLatestPublications(
  publications: readonly Publication[],
  limit: number,
  { publicationsBy }: Pick<Addresses, 'publicationsBy'>,
) {
  const years = [...Map.groupBy(publications, ({ year }) => year)];
  let count = 0;
  const shownYears = years.filter(([, items], i) => (count += items.length) <= limit || i === 0);
  const links = years.flatMap(([year], i) => {
    if (year === undefined) return [];
    const isShown = i < shownYears.length;
    return [{ year, href: isShown ? `#year-${year}` : publicationsBy('in', String(year)) }];
  });
  return {
    shown: shownYears.flatMap(([, items]) => items),
    years: links,
    before: links.find(({ href }) => !href.startsWith('#')),
  };
}

function toBarFilters({ type, links }: Publication): FilterLabel[] {
  return [
    ...toTypeFilter(type),
    ...Object.entries(materials).flatMap(([material, [name, kinds]]): FilterLabel[] => {
      if (!links.some(({ kind }) => (kinds as readonly string[]).includes(kind))) return [];
      const title = `Publications with ${name}`;
      return [{ key: `with-${material}`, by: 'with', slug: material, name: `With ${name}`, title }];
    }),
  ];
}

function toTypeFilter(type: PublicationType | undefined): FilterLabel[] {
  if (!type) return [];
  const { name, plural } = type;
  const slug = toTagSlug(name);
  return [{ key: `kind-${slug}`, by: 'type', slug, name: plural, title: plural }];
}

function toTagFilters({ tags }: Publication): FilterLabel[] {
  return tags.map((name): FilterLabel => {
    const slug = toTagSlug(name);
    return { key: `tag-${slug}`, by: 'tag', slug, name, title: name };
  });
}

function toYearFilter({ year }: Publication): FilterLabel[] {
  if (year === undefined) return [];
  const slug = String(year);
  return [{ key: `in-${slug}`, by: 'in', slug, name: slug, title: `Publications in ${slug}` }];
}
