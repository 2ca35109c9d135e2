import { formatDay } from '../page/format-when.ts';
import { isCalendarDay, isOver, toEndInstant } from '../page/when.ts';
import type { Delivery } from './delivery.ts';
import { groupDeliveriesByYear, type TalkDelivery, toTalkDeliveries } from './talk-deliveries.ts';
import type { Talk } from './talk.ts';

/**
 * The time in which an element of a page is shown: from `from` until `until`, in milliseconds since 1970.
 * `src/client/live.ts` shows and hides it. An element with `from` is hidden at the build.
 */
export interface TimeWindow {
  from?: number;
  until?: number;
}

export type TimedDelivery = TalkDelivery & TimeWindow;

export interface Schedule {
  /** The next first; each is hidden when it is over. */
  upcoming: TimedDelivery[];
  /** The latest first; upcoming deliveries are in their places, but hidden. */
  years: (TimeWindow & { year: number; deliveries: TimedDelivery[] })[];
}

/**
 * Returns the schedule on one page: whole years, as many of the latest as have at most `limit` deliveries
 * together, and at least one.
 */
export function pickLatestYears({ upcoming, years }: Schedule, limit: number): Schedule {
  let count = 0;
  const fits = ({ deliveries: { length } }: Schedule['years'][number], i: number) =>
    (count += length) <= limit || i === 0;
  return { upcoming, years: years.filter(fits) };
}

/** Returns the number of deliveries in the list of talks. */
export function countDeliveries({ years }: Schedule): number {
  return years.reduce((sum, { deliveries }) => sum + deliveries.length, 0);
}

/** Returns all deliveries for the list of talks. */
export function toSchedule(talks: readonly Talk[], now: number): Schedule {
  const deliveries = toTalkDeliveries(talks).map(
    (talkDelivery): TimedDelivery & { end: number } => ({
      ...talkDelivery,
      end: toEndInstant(talkDelivery.delivery.when),
    }),
  );
  const upcoming = deliveries.filter(({ end }) => end > now).reverse();
  const listed = deliveries.map(({ end, ...talkDelivery }) => showAfterEnd(talkDelivery, end, now));
  return {
    upcoming: upcoming.map(({ end, ...talkDelivery }) => ({ ...talkDelivery, until: end })),
    years: groupDeliveriesByYear(listed).map(({ year, deliveries }): Schedule['years'][number] => ({
      year,
      deliveries,
      ...toYearWindow(deliveries),
    })),
  };
}

/** Returns the upcoming deliveries of a talk, each with the time in which it is the main one. */
export function toSuccessiveDeliveries(talk: Talk, now: number): TimedDelivery[] {
  const scheduled = talk.deliveries.filter(({ status }) => status === 'scheduled');
  const upcoming = scheduled.filter(({ when }) => !isOver(when, now));
  return showInSequence(upcoming.map((delivery) => ({ talk, delivery })));
}

/** Shows each delivery, the next first, when the one before it is over. The last one stays. */
export function showInSequence(upcoming: readonly TalkDelivery[]): TimedDelivery[] {
  const ends = upcoming.map(({ delivery }) => toEndInstant(delivery.when));
  return upcoming.map((talkDelivery, i) => {
    const from = Math.max(...ends.slice(0, i));
    const until = Math.max(...ends.slice(0, i + 1));
    const isLast = i === upcoming.length - 1;
    return { ...talkDelivery, ...(i > 0 && { from }), ...(!isLast && { until }) };
  });
}

/** Shows an upcoming delivery once it is over. */
export function showAfterEnd(talkDelivery: TalkDelivery, end: number, now: number): TimedDelivery {
  return end > now ? { ...talkDelivery, from: end } : talkDelivery;
}

function toYearWindow(deliveries: readonly TimedDelivery[]): TimeWindow {
  const from = Math.min(...deliveries.map((talkDelivery) => talkDelivery.from ?? 0));
  return from > 0 ? { from } : {};
}

export interface DeliverySummary extends TimeWindow {
  text: string;
}

/**
 * Formats how often a talk is given and where next: `Given 4 times; next in Oslo on 3 March 2027`. There is
 * a sentence for each time between two deliveries. Empty for a single delivery.
 */
export function summariseDeliveries(talk: Talk, now: number, language: string): DeliverySummary[] {
  const scheduled = talk.deliveries.filter(({ status }) => status === 'scheduled');
  if (talk.deliveries.length < 2 || scheduled.length === 0) return [];
  const ends = scheduled.map(({ when }) => toEndInstant(when)).sort((a, b) => a - b);
  const upcomingEnds = ends.filter((end) => end > now);
  return [undefined, ...upcomingEnds].map((from, i) => ({
    text: formatSummary(scheduled, from ?? now, language),
    ...(from !== undefined && { from }),
    ...(upcomingEnds[i] !== undefined && { until: upcomingEnds[i] }),
  }));
}

function formatSummary(scheduled: readonly Delivery[], now: number, language: string): string {
  const count = scheduled.filter(({ when }) => isOver(when, now)).length;
  const next = scheduled.find(({ when }) => !isOver(when, now));
  const formatDelivery = (delivery: Delivery) =>
    `${formatWhere(delivery)}${isCalendarDay(delivery.when) ? 'on' : 'in'} ${formatDay(delivery.when, language)}`;
  if (count === 0 && next)
    return `To be given ${formatTimes(scheduled.length)}, first ${formatDelivery(next)}`;
  if (next) return `Given ${formatTimes(count)}; next ${formatDelivery(next)}`;
  const last = scheduled.at(-1);
  return last ? `Given ${formatTimes(count)}, most recently ${formatDelivery(last)}` : '';
}

function formatWhere({ place, event, online }: Delivery): string {
  if (place?.address?.city) return `in ${place.address.city} `;
  if (event) return `at ${event.name.text} `;
  return online ? 'online ' : '';
}

function formatTimes(n: number): string {
  return n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`;
}
