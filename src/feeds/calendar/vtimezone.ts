import { Temporal } from 'temporal-polyfill';
import { toLine } from './ical-line.ts';

/** The UTC offset in force between two changes of a zone. */
interface Observance {
  /** The wall time of its start, in the previous offset. */
  start: Temporal.PlainDateTime;
  from: string;
  to: string;
  daylight: boolean;
}

/**
 * Returns a VTIMEZONE for the years of a calendar (RFC 5545, 3.6.5): every change of offset from the last
 * one before the first year to the end of the last year, each with its start, without recurrence rules.
 * Changes come from the time zone database of the runtime.
 */
export function toVtimezone(zone: string, years: { first: number; last: number }): string[] {
  const lines = findObservances(zone, years).flatMap(({ start, from, to, daylight }) => {
    const name = daylight ? 'DAYLIGHT' : 'STANDARD';
    return [
      toLine('BEGIN', name),
      toLine('DTSTART', toBasicDateTime(start)),
      toLine('TZOFFSETFROM', from),
      toLine('TZOFFSETTO', to),
      toLine('END', name),
    ];
  });
  return [toLine('BEGIN', 'VTIMEZONE'), toLine('TZID', zone), ...lines, toLine('END', 'VTIMEZONE')];
}

/** Returns `20340517T163000`. */
export function toBasicDateTime(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
}

function findObservances(
  zone: string,
  { first, last }: { first: number; last: number },
): Observance[] {
  const begin = Temporal.ZonedDateTime.from({ timeZone: zone, year: first, month: 1, day: 1 });
  const end = Temporal.ZonedDateTime.from({ timeZone: zone, year: last + 1, month: 1, day: 2 });
  const before = begin.getTimeZoneTransition('previous');
  const observances = [toObservance(before ?? begin, before === null)];
  let next = begin.getTimeZoneTransition('next');
  while (next && Temporal.ZonedDateTime.compare(next, end) < 0) {
    observances.push(toObservance(next, false));
    next = next.getTimeZoneTransition('next');
  }
  return observances;
}

function toObservance(transition: Temporal.ZonedDateTime, isFirst: boolean): Observance {
  const earlier = isFirst ? transition : transition.subtract({ nanoseconds: 1 });
  const [from, to] = [earlier.offsetNanoseconds, transition.offsetNanoseconds];
  // Not `toZonedDateTimeISO(earlier.offset)`: an offset with seconds is no zone.
  const start = transition
    .toInstant()
    .add({ nanoseconds: from })
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime();
  return { start, from: toOffset(from), to: toOffset(to), daylight: to > from };
}

/** Returns `+0530`, with seconds only if the zone has them. */
function toOffset(nanoseconds: number): string {
  const total = Math.abs(nanoseconds) / 1e9;
  const parts = [total / 3600, (total / 60) % 60, total % 60].map(Math.floor);
  const digits = parts.map((part) => String(part).padStart(2, '0'));
  const shown = parts[2] === 0 ? digits.slice(0, 2) : digits;
  return `${nanoseconds < 0 ? '-' : '+'}${shown.join('')}`;
}
