import { Temporal } from 'temporal-polyfill';
import type { WallTime } from '../../schema/date-text.ts';
import { memoizeByObject } from './memoize.ts';

/**
 * The time of a talk: the local time as written, and its time zone. It does not change, because its instants and texts
 * are kept.
 */
export interface When {
  start: WallTime;
  /** Not before the start. Absent if there is none in the file. */
  end?: WallTime;
  /** There is no time of day. */
  allDay: boolean;
  /** `UTC`, an offset such as `+02:00`, or an IANA name such as `Europe/Vienna`. */
  zone: string;
}

export interface WhenParts {
  start: WallTime;
  end?: WallTime | undefined;
  allDay?: boolean | undefined;
  /** The zone of times without an offset. */
  zone: string;
  /** `local` reads `Z` as local time: the template of an older theme made authors write it. */
  z: 'utc' | 'local';
}

/** Returns a time. An end before the start is dropped. */
export function toWhen({ start, end, allDay, zone, z }: WhenParts): When {
  const when: When = {
    start,
    allDay: allDay === true || start.hour === undefined,
    zone: toZone(start, zone, z),
  };
  const last = end && convertToStartZone(when, end, z);
  return last && isAfter({ ...when, start: last }, when) ? { ...when, end: last } : when;
}

/** Returns the start in milliseconds since 1970. An all-day talk starts at midnight in its zone. */
export const toStartInstant = memoizeByObject((when: When): number =>
  toZonedInstant(when.start, when.zone, when.allDay),
);

/**
 * Returns the end in milliseconds since 1970. Without an end it is 90 minutes after the start, or the
 * end of the day.
 */
export const toEndInstant = memoizeByObject((when: When): number => {
  const last = when.end ?? when.start;
  if (when.allDay || last.hour === undefined) {
    const nextDay = toPlainDate(last).add({ days: 1 });
    return nextDay.toZonedDateTime(when.zone).epochMilliseconds;
  }
  const typicalLength = 90 * 60_000;
  return toZonedInstant(last, when.zone, false) + (when.end ? 0 : typicalLength);
});

export function isOver(when: When, now: number): boolean {
  return toEndInstant(when) <= now;
}

/** Formats a time, by default the start, for a `datetime` attribute: `2021-09-22`, `2034-05-03T15:00:00+02:00`. */
export function toIso(when: When, time: WallTime = when.start): string {
  return time === when.start ? toStartIso(when) : formatIso(when, time);
}

const toStartIso = memoizeByObject((when: When): string => formatIso(when, when.start));

function formatIso(when: When, time: WallTime): string {
  if (when.allDay || time.hour === undefined) return toPlainDate(time).toString();
  const zoned = toPlainDateTime(time).toZonedDateTime(when.zone);
  return zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** Returns the day of an instant (milliseconds since 1970) in a zone. */
export function toDay(instant: number, zone: string): When {
  const { year, month, day } =
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return { start: { year, month, day }, allDay: true, zone };
}

/** Returns the start of the next day in a zone. Both instants are in milliseconds since 1970. */
export function toNextMidnight(instant: number, zone: string): number {
  const day = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return day.startOfDay().add({ days: 1 }).epochMilliseconds;
}

export function toPlainDate({ year, month, day }: WallTime): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day });
}

export function toPlainDateTime(time: WallTime): Temporal.PlainDateTime {
  const { hour = 0, minute = 0, second = 0 } = time;
  return toPlainDate(time).toPlainDateTime({ hour, minute, second });
}

function toZonedInstant(time: WallTime, zone: string, allDay: boolean): number {
  const dateTime = allDay ? toPlainDate(time).toPlainDateTime() : toPlainDateTime(time);
  return dateTime.toZonedDateTime(zone).epochMilliseconds;
}

function isAfter(a: When, b: When): boolean {
  const days = Temporal.PlainDate.compare(toPlainDate(a.start), toPlainDate(b.start));
  if (days !== 0 || b.allDay || a.start.hour === undefined) return days > 0;
  return toStartInstant(a) > toStartInstant(b);
}

/** Converts an end with another offset than the start to the zone of the start. */
function convertToStartZone(
  { start, allDay, zone }: When,
  end: WallTime,
  z: WhenParts['z'],
): WallTime {
  const endZone = toZone(end, zone, z);
  if (allDay || !start.offset || end.hour === undefined || endZone === zone) return end;
  const zoned = toPlainDateTime(end).toZonedDateTime(endZone).withTimeZone(zone);
  const { year, month, day, hour, minute, second } = zoned;
  return { year, month, day, hour, minute, second };
}

function toZone({ offset }: WallTime, zone: string, z: 'utc' | 'local'): string {
  if (offset === undefined) return zone;
  if (offset === 'Z') return z === 'local' ? zone : 'UTC';
  return offset;
}

/** The settings of the site for reading dates. */
export interface TimeSettings {
  timezone: string;
  z: 'utc' | 'local';
}

/** Returns a time in milliseconds since 1970. */
export function toInstant(start: WallTime, settings: TimeSettings): number {
  return toStartInstant(toWhen({ start, zone: settings.timezone, z: settings.z }));
}
