import { compareText, type Filter } from '../page/lists.ts';
import type { Talk } from './talk.ts';
import { toTagSlug, type Addresses } from '../page/addresses.ts';
import { talkDeliveryLinks, toTalkDeliveries, type TalkDelivery } from './talk-deliveries.ts';

/** Deliveries of one kind of talk, or those of which there is something. */
export interface TalkFilter extends Filter<TalkDelivery> {
  /** The part before in its address: `/talks/kind/keynote/`, `/talks/with/video/`. */
  by: 'kind' | 'with';
}

/** The kinds of these talks, those of most deliveries first. */
export function toKindFilters(talks: readonly Talk[], { talksOfKind }: Addresses): TalkFilter[] {
  const kinds = new Map<string, TalkFilter>();
  for (const occasion of toTalkDeliveries(talks)) {
    const { kind } = occasion.talk;
    if (kind === undefined) continue;
    const slug = toTagSlug(kind);
    const known = kinds.get(slug) ?? {
      ...{ mark: markOfKind(kind), by: 'kind', slug, name: kind, title: kind },
      ...{ href: talksOfKind(slug), items: [] },
    };
    known.items.push(occasion);
    kinds.set(slug, known);
  }
  return [...kinds.values()].sort(
    (a, b) => b.items.length - a.items.length || compareText(a.slug, b.slug),
  );
}

/** Those with a recording and those with slides, if there are any. */
export function toMaterialFilters(talks: readonly Talk[], { talksWith }: Addresses): TalkFilter[] {
  const all = toTalkDeliveries(talks);
  return talkMaterials
    .map((slug): TalkFilter => ({
      ...{
        mark: `with-${slug}`,
        by: 'with',
        slug,
        name: `With ${slug}`,
        title: `Talks with ${slug}`,
      },
      href: talksWith(slug),
      items: all.filter((occasion) => has(occasion, slug)),
    }))
    .filter(({ items }) => items.length > 0);
}

/** The selections that a delivery belongs to, by their marks. */
export function talkFilterKeys(occasion: TalkDelivery): string[] {
  const { kind } = occasion.talk;
  const found = talkMaterials.filter((material) => has(occasion, material));
  return [
    ...(kind === undefined ? [] : [markOfKind(kind)]),
    ...found.map((material) => `with-${material}`),
  ];
}

const talkMaterials = ['video', 'slides'] as const;

function has(occasion: TalkDelivery, material: (typeof talkMaterials)[number]): boolean {
  return talkDeliveryLinks(occasion).some(({ kind }) => kind === material);
}

function markOfKind(kind: string): string {
  return `kind-${toTagSlug(kind)}`;
}
