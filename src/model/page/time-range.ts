import { Temporal } from 'temporal-polyfill';
import type { WallTime } from '../../schema/date-text.ts';
import { toPlainDate, toPlainDateTime } from './when.ts';

/** A start and the end of its range of times, if it has one. */
interface TimeRange {
  start: WallTime;
  rangeEnd?: WallTime;
}

/**
 * Splits `09:00-10:00` into its start and end. The end is on the next day if its time is before that of the start.
 * `-10:00` is a UTC offset instead if it is the one of the zone at that time.
 */
export function resolveRange({ until, ...start }: WallTime, zone: string): TimeRange {
  if (!until) return { start };
  const { possibleOffset, ...clock } = until;
  if (possibleOffset && possibleOffset === getOffset(start, zone))
    return { start: { ...start, offset: possibleOffset } };
  const rangeEnd = { ...start, ...clock };
  const isNextDay =
    Temporal.PlainDateTime.compare(toPlainDateTime(rangeEnd), toPlainDateTime(start)) < 0;
  const { year, month, day } = toPlainDate(start).add({ days: isNextDay ? 1 : 0 });
  return { start, rangeEnd: { ...rangeEnd, year, month, day } };
}

function getOffset(time: WallTime, zone: string): string {
  return toPlainDateTime(time).toZonedDateTime(zone).offset;
}
