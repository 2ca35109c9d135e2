import { compareText, type Filter } from '../page/lists.ts';
import type { Publication } from './publication.ts';
import { toTagSlug, type Addresses } from '../page/addresses.ts';

/** Publications of one type, subject or year, or those of which there is something. */
export interface PublicationFilter extends Filter<Publication> {
  /** The part before in its address: `/publications/type/thesis/`, `/publications/with/code/`. */
  by: 'type' | 'with' | 'tag' | 'in';
}

type Named = Omit<PublicationFilter, 'href' | 'items'>;

const materials = {
  pdf: ['PDF', ['pdf', 'preprint']],
  code: ['code', ['code']],
  data: ['data', ['dataset']],
} as const;

/**
 * The selections of a list of publications: types, those of most publications first, then what there
 * is of them, then subjects by name and years. None is empty.
 * @param publications Newest first.
 */
export function toPublicationFilters(
  publications: readonly Publication[],
  { publicationsBy }: Pick<Addresses, 'publicationsBy'>,
): PublicationFilter[] {
  const found = new Map<string, PublicationFilter>();
  for (const publication of publications) {
    const all = [...pickedBy(publication), ...subjectsOf(publication), ...yearOf(publication)];
    for (const named of all) {
      const href = publicationsBy(named.by, named.slug);
      const known = found.get(named.mark) ?? { ...named, href, items: [] };
      known.items.push(publication);
      found.set(named.mark, known);
    }
  }
  const all = [...found.values()];
  const bySlug = (a: Named, b: Named) => compareText(a.slug, b.slug);
  return [
    ...all
      .filter(({ by }) => by === 'type')
      .sort((a, b) => b.items.length - a.items.length || bySlug(a, b)),
    ...Object.keys(materials).flatMap((slug) => found.get(`with-${slug}`) ?? []),
    ...all.filter(({ by }) => by === 'tag').sort(bySlug),
    ...all.filter(({ by }) => by === 'in'),
  ];
}

/** Those that a visitor may pick above the list; subjects are reached from a publication. */
export function filterBarFilters(selections: readonly PublicationFilter[]): PublicationFilter[] {
  return selections.filter(({ by }) => by === 'type' || by === 'with');
}

/** Which of those a publication belongs to, by their marks. */
export function publicationFilterKeys(publication: Publication): string[] {
  return pickedBy(publication).map(({ mark }) => mark);
}

/**
 * The list as one page holds it: as many of the latest years, whole, as make no more than `most`
 * publications, and one year at least; where each year stands, and the first that has a page of its own.
 */
export function latestPublications(
  publications: readonly Publication[],
  most: number,
  { publicationsBy }: Pick<Addresses, 'publicationsBy'>,
) {
  const years = [...Map.groupBy(publications, ({ year }) => year)];
  let count = 0;
  const here = years.filter(([, found], i) => (count += found.length) <= most || i === 0);
  const links = years.flatMap(([year], i) => {
    if (year === undefined) return [];
    const isHere = i < here.length;
    return [{ year, href: isHere ? `#year-${year}` : publicationsBy('in', String(year)) }];
  });
  return {
    shown: here.flatMap(([, found]) => found),
    years: links,
    before: links.find(({ href }) => !href.startsWith('#')),
  };
}

function pickedBy({ type, links }: Publication): Named[] {
  const slug = toTagSlug(type?.name ?? '');
  return [
    ...(type
      ? [{ mark: `kind-${slug}`, by: 'type' as const, slug, name: type.plural, title: type.plural }]
      : []),
    ...Object.entries(materials).flatMap(([material, [name, kinds]]): Named[] => {
      if (!links.some(({ kind }) => (kinds as readonly string[]).includes(kind))) return [];
      const title = `Publications with ${name}`;
      return [
        { mark: `with-${material}`, by: 'with', slug: material, name: `With ${name}`, title },
      ];
    }),
  ];
}

function subjectsOf({ tags }: Publication): Named[] {
  return tags.map((name) => {
    const slug = toTagSlug(name);
    return { mark: `tag-${slug}`, by: 'tag', slug, name, title: name };
  });
}

function yearOf({ year }: Publication): Named[] {
  if (year === undefined) return [];
  const slug = String(year);
  return [{ mark: `in-${slug}`, by: 'in', slug, name: slug, title: `Publications in ${slug}` }];
}
