import type { Delivery } from './delivery.ts';
import type { Timed } from './programme.ts';
import type { Talk } from './talk.ts';
import { endInstant, isOver } from './when.ts';
import { formatDay } from './when-text.ts';

export interface DeliverySummary extends Timed {
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
