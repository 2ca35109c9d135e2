import type { Delivery } from './delivery.ts';
import type { PageLink } from '../page/link.ts';
import type { Tag } from '../page/tags.ts';
import type { Talk } from './talk.ts';
import { isOver, startInstant } from '../page/when.ts';
import { compareText } from '../page/lists.ts';

/** A talk at one of its deliveries, as lists show it. */
export interface TalkDelivery {
  talk: Talk;
  delivery: Delivery;
}

/** Every delivery of every talk, newest first; what begins at one instant is ordered by address. */
export function toTalkDeliveries(talks: readonly Talk[]): TalkDelivery[] {
  const occasions = talks.flatMap((talk) =>
    talk.deliveries.map((delivery) => ({ talk, delivery })),
  );
  return occasions.sort(newestFirst);
}

/** The links of a talk at one delivery, whose own slides and recording take the place of the talk's. */
export function talkDeliveryLinks({ talk, delivery }: TalkDelivery): PageLink[] {
  const own = new Set(delivery.links.map(({ kind }) => kind));
  return [...delivery.links, ...talk.links.filter(({ kind }) => !own.has(kind))];
}

/** What a talk is shown with where it is shown once: its next delivery, else its latest. */
export function mainDelivery({ deliveries }: Talk, now: number): Delivery {
  const held = deliveries.filter(({ status }) => status === 'scheduled');
  const next = held.find(({ when }) => !isOver(when, now));
  const main = next ?? held.at(-1) ?? deliveries.at(-1);
  if (!main) throw new Error('The schema accepted a talk without a delivery.');
  return main;
}

/** Each talk once, by its next or latest delivery, newest first. */
export function toMainDeliveries(talks: readonly Talk[], now: number): TalkDelivery[] {
  return talks.map((talk) => ({ talk, delivery: mainDelivery(talk, now) })).sort(newestFirst);
}

export function groupByYear(
  occasions: readonly TalkDelivery[],
): { year: number; occasions: TalkDelivery[] }[] {
  const years = new Map<number, TalkDelivery[]>();
  for (const occasion of occasions) {
    const { year } = occasion.delivery.when.start;
    const inYear = years.get(year) ?? [];
    inYear.push(occasion);
    years.set(year, inYear);
  }
  return [...years].map(([year, inYear]) => ({ year, occasions: inYear }));
}

/**
 * All tags with their talks, in the order of their names. `talks` are newest first; the spelling
 * of a tag is the first talk's.
 */
export function groupByTag(talks: readonly TalkDelivery[]): { tag: Tag; talks: TalkDelivery[] }[] {
  const tags = new Map<string, { tag: Tag; talks: TalkDelivery[] }>();
  for (const occasion of talks) {
    for (const tag of occasion.talk.tags) {
      const entry = tags.get(tag.slug) ?? { tag, talks: [] };
      entry.talks.push(occasion);
      tags.set(tag.slug, entry);
    }
  }
  return [...tags.values()].sort((a, b) => compareText(a.tag.slug, b.tag.slug));
}

function newestFirst(a: TalkDelivery, b: TalkDelivery): number {
  return (
    startInstant(b.delivery.when) - startInstant(a.delivery.when) ||
    compareText(a.talk.slug, b.talk.slug) ||
    compareText(a.delivery.id, b.delivery.id)
  );
}
