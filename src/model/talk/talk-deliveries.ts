import type { Delivery } from './delivery.ts';
import type { PageLink } from '../page/link.ts';
import type { Tag } from '../page/tags.ts';
import type { Talk } from './talk.ts';
import { isOver, toStartInstant } from '../page/when.ts';
import { compareText } from '../page/lists.ts';

/** A talk at one of its deliveries, for lists. */
export interface TalkDelivery {
  talk: Talk;
  delivery: Delivery;
}

/** Returns every delivery of every talk, newest first; those that start at the same instant by slug. */
export function toTalkDeliveries(talks: readonly Talk[]): TalkDelivery[] {
  const deliveries = talks.flatMap((talk) =>
    talk.deliveries.map((delivery) => ({ talk, delivery })),
  );
  return deliveries.sort(compareNewestFirst);
}

/** Returns the links of a talk at one delivery. Its slides and recording replace those of the talk. */
export function toTalkDeliveryLinks({ talk, delivery }: TalkDelivery): PageLink[] {
  const deliveryKinds = new Set(delivery.links.map(({ kind }) => kind));
  return [...delivery.links, ...talk.links.filter(({ kind }) => !deliveryKinds.has(kind))];
}

/** Returns the delivery for a place that shows only one: the next, or else the latest. */
export function findMainDelivery({ deliveries }: Talk, now: number): Delivery {
  const scheduled = deliveries.filter(({ status }) => status === 'scheduled');
  const next = scheduled.find(({ when }) => !isOver(when, now));
  const main = next ?? scheduled.at(-1) ?? deliveries.at(-1);
  if (!main) throw new Error('The schema accepted a talk without a delivery.');
  return main;
}

/** Returns each talk once, with its next or latest delivery, newest first. */
export function toMainDeliveries(talks: readonly Talk[], now: number): TalkDelivery[] {
  return talks
    .map((talk) => ({ talk, delivery: findMainDelivery(talk, now) }))
    .sort(compareNewestFirst);
}

/** The deliveries of a year. */
interface DeliveryYear {
  year: number;
  deliveries: TalkDelivery[];
}

/** Groups deliveries by year, in their order. */
export function groupDeliveriesByYear(deliveries: readonly TalkDelivery[]): DeliveryYear[] {
  const years = new Map<number, TalkDelivery[]>();
  for (const talkDelivery of deliveries) {
    const { year } = talkDelivery.delivery.when.start;
    const inYear = years.get(year) ?? [];
    inYear.push(talkDelivery);
    years.set(year, inYear);
  }
  return [...years].map(([year, inYear]): DeliveryYear => ({ year, deliveries: inYear }));
}

/**
 * Returns all tags with their talks, by slug. `talks` are newest first; a tag is spelled as in the first
 * talk.
 */
export function groupDeliveriesByTag(
  talks: readonly TalkDelivery[],
): { tag: Tag; talks: TalkDelivery[] }[] {
  const tags = new Map<string, { tag: Tag; talks: TalkDelivery[] }>();
  for (const talkDelivery of talks) {
    for (const tag of talkDelivery.talk.tags) {
      const entry = tags.get(tag.slug) ?? { tag, talks: [] };
      entry.talks.push(talkDelivery);
      tags.set(tag.slug, entry);
    }
  }
  return [...tags.values()].sort((a, b) => compareText(a.tag.slug, b.tag.slug));
}

function compareNewestFirst(a: TalkDelivery, b: TalkDelivery): number {
  return (
    toStartInstant(b.delivery.when) - toStartInstant(a.delivery.when) ||
    compareText(a.talk.slug, b.talk.slug) ||
    compareText(a.delivery.id, b.delivery.id)
  );
}
