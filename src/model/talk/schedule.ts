import { formatDay } from '../page/format-when.ts';
import { endInstant, isOver } from '../page/when.ts';
import type { Delivery } from './delivery.ts';
import { groupByYear, type TalkDelivery, toTalkDeliveries } from './talk-deliveries.ts';
import type { Talk } from './talk.ts';

/**
 * Something of a page that is right only for a time. It is hidden before `from` and from `until` on
 * (milliseconds since 1970); `src/client/live.ts` keeps that so. At the build, what has a `from` is
 * still hidden.
 */
export interface TimeWindow {
  from?: number;
  until?: number;
}

export type TimedDelivery = TalkDelivery & TimeWindow;

export interface Schedule {
  /** Next first; each goes when it is over. */
  upcoming: TimedDelivery[];
  /** Latest first; what is still to come waits, hidden, in its place. */
  years: (TimeWindow & { year: number; occasions: TimedDelivery[] })[];
}

/**
 * The programme as one page holds it: as many of the latest years, whole, as make no more than `most`
 * deliveries, and one year at least.
 */
export function latestYears({ upcoming, years }: Schedule, most: number): Schedule {
  let count = 0;
  const fits = ({ occasions }: { occasions: unknown[] }, i: number) =>
    (count += occasions.length) <= most || i === 0;
  return { upcoming, years: years.filter(fits) };
}

/** All deliveries as the list of talks shows them. */
export function toSchedule(talks: readonly Talk[], now: number): Schedule {
  const all = toTalkDeliveries(talks).map((occasion): TimedDelivery & { end: number } => ({
    ...occasion,
    end: endInstant(occasion.delivery.when),
  }));
  const upcoming = all.filter(({ end }) => end > now).reverse();
  const listed = all.map(({ end, ...occasion }) => showAfterEnd(occasion, end, now));
  return {
    upcoming: upcoming.map(({ end, ...occasion }) => ({ ...occasion, until: end })),
    years: groupByYear(listed).map(({ year, occasions }) => ({
      year,
      occasions,
      ...sinceFirst(occasions),
    })),
  };
}

/** What a talk is shown with where it is shown once, from one of its deliveries to the next. */
export function successiveDeliveries(talk: Talk, now: number): TimedDelivery[] {
  const held = talk.deliveries.filter(({ status }) => status === 'scheduled');
  const upcoming = held.filter(({ when }) => !isOver(when, now));
  return showInSequence(upcoming.map((delivery) => ({ talk, delivery })));
}

/** Occasions, the next first, each shown when the one before it is over; the last one stays. */
export function showInSequence(upcoming: readonly TalkDelivery[]): TimedDelivery[] {
  const ends = upcoming.map(({ delivery }) => endInstant(delivery.when));
  return upcoming.map((occasion, i) => {
    const from = Math.max(...ends.slice(0, i));
    const until = Math.max(...ends.slice(0, i + 1));
    const isLast = i === upcoming.length - 1;
    return { ...occasion, ...(i > 0 && { from }), ...(!isLast && { until }) };
  });
}

/** An occasion to come, shown once it is over. */
export function showAfterEnd(occasion: TalkDelivery, end: number, now: number): TimedDelivery {
  return end > now ? { ...occasion, from: end } : occasion;
}

function sinceFirst(occasions: readonly TimedDelivery[]): TimeWindow {
  const from = Math.min(...occasions.map((occasion) => occasion.from ?? 0));
  return from > 0 ? { from } : {};
}

export interface DeliverySummary extends TimeWindow {
  text: string;
}

/**
 * How often a talk is given and where next: `Given 4 times; next in Oslo on 3 March 2027`. As time
 * goes on another sentence is true, so each says from when and until when. Empty for one delivery.
 */
export function summariseDeliveries(talk: Talk, now: number, language: string): DeliverySummary[] {
  const held = talk.deliveries.filter(({ status }) => status === 'scheduled');
  if (talk.deliveries.length < 2 || held.length === 0) return [];
  const ends = held.map(({ when }) => endInstant(when)).sort((a, b) => a - b);
  const turns = ends.filter((end) => end > now);
  return [undefined, ...turns].map((from, i) => ({
    text: summaryAt(held, from ?? now, language),
    ...(from !== undefined && { from }),
    ...(turns[i] !== undefined && { until: turns[i] }),
  }));
}

function summaryAt(held: readonly Delivery[], now: number, language: string): string {
  const given = held.filter(({ when }) => isOver(when, now)).length;
  const next = held.find(({ when }) => !isOver(when, now));
  const where = (delivery: Delivery) =>
    `${whereOf(delivery)}on ${formatDay(delivery.when, language)}`;
  if (given === 0 && next) return `To be given ${times(held.length)}, first ${where(next)}`;
  if (next) return `Given ${times(given)}; next ${where(next)}`;
  const last = held.at(-1);
  return last ? `Given ${times(given)}, most recently ${where(last)}` : '';
}

function whereOf({ place, event, online }: Delivery): string {
  if (place?.address?.city) return `in ${place.address.city} `;
  if (event) return `at ${event.name.text} `;
  return online ? 'online ' : '';
}

function times(n: number): string {
  return n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`;
}
