import { compareText, linksOf, occasionsOf, type Occasion } from './order.ts';
import type { Talk } from './talk.ts';
import { toTagSlug, type Addresses } from './url.ts';

/** Deliveries that have something in common besides a tag: the kind of talk, or what there is of it. */
export interface Selection {
  /** What marks them in a list: `kind-keynote`, `with-video`. */
  mark: string;
  /** The last parts of its address: `/talks/kind/keynote/`, `/talks/with/video/`. */
  by: 'kind' | 'with';
  slug: string;
  /** In a row of choices: `Keynote`, `with video`. */
  name: string;
  /** As the heading of a page: `Keynote`, `Talks with video`. */
  title: string;
  href: string;
  /** Newest first. */
  occasions: Occasion[];
}

/** So many deliveries stand on a page of a selection or of a tag. */
export const pageSize = 150;

/** The kinds of these talks, those of most deliveries first. */
export function selectKinds(talks: readonly Talk[], { talksOfKind }: Addresses): Selection[] {
  const kinds = new Map<string, Selection>();
  for (const occasion of occasionsOf(talks)) {
    const { kind } = occasion.talk;
    if (kind === undefined) continue;
    const slug = toTagSlug(kind);
    const known = kinds.get(slug) ?? {
      ...{ mark: markOfKind(kind), by: 'kind', slug, name: kind, title: kind },
      ...{ href: talksOfKind(slug), occasions: [] },
    };
    known.occasions.push(occasion);
    kinds.set(slug, known);
  }
  return [...kinds.values()].sort(
    (a, b) => b.occasions.length - a.occasions.length || compareText(a.slug, b.slug),
  );
}

/** Those with a recording and those with slides, if there are any. */
export function selectMaterials(talks: readonly Talk[], { talksWith }: Addresses): Selection[] {
  const all = occasionsOf(talks);
  return materials
    .map((slug): Selection => ({
      ...{
        mark: `with-${slug}`,
        by: 'with',
        slug,
        name: `with ${slug}`,
        title: `Talks with ${slug}`,
      },
      href: talksWith(slug),
      occasions: all.filter((occasion) => has(occasion, slug)),
    }))
    .filter(({ occasions }) => occasions.length > 0);
}

/** The selections that a delivery belongs to, by their marks. */
export function marksOf(occasion: Occasion): string[] {
  const { kind } = occasion.talk;
  const found = materials.filter((material) => has(occasion, material));
  return [
    ...(kind === undefined ? [] : [markOfKind(kind)]),
    ...found.map((material) => `with-${material}`),
  ];
}

const materials = ['video', 'slides'] as const;

function has(occasion: Occasion, material: (typeof materials)[number]): boolean {
  return linksOf(occasion).some(({ kind }) => kind === material);
}

function markOfKind(kind: string): string {
  return `kind-${toTagSlug(kind)}`;
}
