import { compareText, type Filter } from '../page/lists.ts';
import type { Talk } from './talk.ts';
import { toTagSlug, type Addresses } from '../page/addresses.ts';
import { toTalkDeliveryLinks, toTalkDeliveries, type TalkDelivery } from './talk-deliveries.ts';

/** The deliveries of one kind of talk, or with some material. */
export interface TalkFilter extends Filter<TalkDelivery> {
  /** The part of its address before the slug: `/talks/kind/keynote/`, `/talks/with/video/`. */
  by: 'kind' | 'with';
}

/** Returns the filters by kind, the most frequent first. */
export function toKindFilters(talks: readonly Talk[], { talksOfKind }: Addresses): TalkFilter[] {
  const kinds = new Map<string, TalkFilter>();
  for (const delivery of toTalkDeliveries(talks)) {
    const { kind } = delivery.talk;
    if (kind === undefined) continue;
    const slug = toTagSlug(kind);
    const filter = kinds.get(slug) ?? {
      ...{ key: toKindKey(kind), by: 'kind', slug, name: kind, title: kind },
      ...{ href: talksOfKind(slug), items: [] },
    };
    filter.items.push(delivery);
    kinds.set(slug, filter);
  }
  return [...kinds.values()].sort(
    (a, b) => b.items.length - a.items.length || compareText(a.slug, b.slug),
  );
}

/** Returns the filters by video and by slides, if any delivery has them. */
export function toMaterialFilters(talks: readonly Talk[], { talksWith }: Addresses): TalkFilter[] {
  const deliveries = toTalkDeliveries(talks);
  return talkMaterials
    .map((slug): TalkFilter => ({
      ...{
        key: `with-${slug}`,
        by: 'with',
        slug,
        name: `With ${slug}`,
        title: `Talks with ${slug}`,
      },
      href: talksWith(slug),
      items: deliveries.filter((delivery) => hasMaterial(delivery, slug)),
    }))
    .filter(({ items }) => items.length > 0);
}

/** Returns the keys of the filters that a delivery matches. */
export function toTalkFilterKeys(delivery: TalkDelivery): string[] {
  const { kind } = delivery.talk;
  const materials = talkMaterials.filter((material) => hasMaterial(delivery, material));
  return [
    ...(kind === undefined ? [] : [toKindKey(kind)]),
    ...materials.map((material) => `with-${material}`),
  ];
}

const talkMaterials = ['video', 'slides'] as const;

function hasMaterial(delivery: TalkDelivery, material: (typeof talkMaterials)[number]): boolean {
  return toTalkDeliveryLinks(delivery).some(({ kind }) => kind === material);
}

function toKindKey(kind: string): string {
  return `kind-${toTagSlug(kind)}`;
}
