import type { TalkFrontMatter } from '../../schema/talk.ts';
import { toPlainDate, toWhen, type When, type Clock, instantOf } from './when.ts';
import { writtenDeliveries, type WrittenDelivery } from './written-deliveries.ts';

export function whenOf(delivery: WrittenDelivery, clock: Clock): When {
  return toWhen({
    start: delivery.start.value,
    end: isFarEnd(delivery) ? undefined : delivery.end?.value,
    allDay: delivery.allDay,
    zone: delivery.timezone ?? clock.timezone,
    z: clock.z,
  });
}

/**
 * An end that nobody meant: the templates' 1 June 2030, or another slip of the year. A series of
 * lectures may run for months, but only in days.
 */
export function isFarEnd(delivery: WrittenDelivery): boolean {
  const end = delivery.end?.value;
  if (!end) return false;
  const start = delivery.start.value;
  const days = toPlainDate(start).until(toPlainDate(end), { largestUnit: 'day' }).days;
  const inDays = start.hour === undefined || delivery.allDay === true;
  const template = end.year === 2030 && end.month === 6 && end.day === 1;
  return days > (inDays && !template ? 360 : 60);
}

/** The day of publication: `publishDate`; `date` where no delivery takes its own day from there. */
export function publishedAt(talk: TalkFrontMatter, clock: Clock): number | undefined {
  const isOwnDay = writtenDeliveries(talk).some(({ start }) => start.path[0] === 'date');
  const day = talk.publishDate ?? (isOwnDay ? undefined : talk.date);
  return day && instantOf(day, clock);
}
