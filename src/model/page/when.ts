import { Temporal } from 'temporal-polyfill';
import type { WallTime } from '../../schema/date-text.ts';
import { memoizeByObject } from './memoize.ts';

/** An offset with seconds, such as that of Monrovia before 1972: `-00:44:30`. */
const OFFSET_WITH_SECONDS = /^([+-])(\d\d):(\d\d):(\d\d)$/;

/**
 * The time of a talk: the local time as written, and its time zone. It must not change, because its instants and
 * texts are cached.
 */
export interface When {
  start: WallTime;
  /** Not before the start. Absent if there is none in the file. */
  end?: WallTime;
  /** There is no time of day. */
  allDay: boolean;
  /** `UTC`, an offset such as `+02:00`, or an IANA name such as `Europe/Vienna`. */
  zone: string;
  /** The zone is unknown, so that the time is shown without it. Instants are those of `zone`. */
  floating?: true;
}

export interface WhenParts {
  start: WallTime;
  end?: WallTime | undefined;
  allDay?: boolean | undefined;
  /** The zone of times without an offset. */
  zone: string;
  /** `local` reads `Z` as local time: the template of an older theme made authors write it. */
  z: 'utc' | 'local';
  /** The zone is a guess: neither the page nor the site has one. */
  floating?: boolean | undefined;
}

/** Returns a time. An end before the start is dropped. */
export function toWhen({ start, end, allDay, zone, z, floating }: WhenParts): When {
  const isLocal = start.offset === undefined || (start.offset === 'Z' && z === 'local');
  const when: When = {
    start,
    allDay: allDay === true || start.hour === undefined,
    zone: toZone(start, zone, z),
    ...(floating && isLocal && { floating }),
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
 * end of the day, month or year that is known.
 */
export const toEndInstant = memoizeByObject((when: When): number => {
  const last = when.end ?? when.start;
  if (when.allDay || last.hour === undefined) {
    const next = toPlainDate(last).add({ [`${last.precision ?? 'day'}s`]: 1 });
    return toInstantInZone(next.toPlainDateTime(), when.zone);
  }
  const typicalLength = 90 * 60_000;
  return toZonedInstant(last, when.zone, false) + (when.end ? 0 : typicalLength);
});

export function isOver(when: When, now: number): boolean {
  return toEndInstant(when) <= now;
}

/**
 * Formats a time, by default the start, for a `datetime` attribute (ISO 8601): `2021`, `2021-09`, `2021-09-22`,
 * `2034-05-03T15:00:00+02:00`; without an offset if the zone is unknown.
 */
export function toIso(when: When, time: WallTime = when.start): string {
  return time === when.start ? toStartIso(when) : formatIso(when, time);
}

const toStartIso = memoizeByObject((when: When): string => formatIso(when, when.start));

function formatIso(when: When, time: WallTime): string {
  if (time.precision)
    return toPlainDate(time)
      .toString()
      .slice(0, time.precision === 'year' ? -6 : -3);
  if (when.allDay || time.hour === undefined) return toPlainDate(time).toString();
  if (when.floating) return toPlainDateTime(time).toString({ smallestUnit: 'second' });
  const zoned = isTimeZone(when.zone) && toPlainDateTime(time).toZonedDateTime(when.zone);
  if (zoned && zoned.offsetNanoseconds % 60e9 === 0)
    return zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' });
  // An offset in a date has no seconds (RFC 3339, section 5.6), so the time is written in UTC.
  const instant = toInstantInZone(toPlainDateTime(time), when.zone);
  return Temporal.Instant.fromEpochMilliseconds(instant).toString({ smallestUnit: 'second' });
}

/**
 * Returns the time on the clock of a zone in milliseconds since 1970. A time that clocks skip is as much later as
 * they are put forward.
 * @param zone A zone, or an offset that may have seconds, which `Temporal` does not accept.
 */
export function toInstantInZone(time: Temporal.PlainDateTime, zone: string): number {
  const offset = OFFSET_WITH_SECONDS.exec(zone);
  if (!offset) return time.toZonedDateTime(zone).epochMilliseconds;
  const [hours = 0, minutes = 0, seconds = 0] = offset.slice(2).map(Number);
  const ahead = (offset[1] === '-' ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds) * 1000;
  return time.toZonedDateTime('UTC').epochMilliseconds - ahead;
}

/** Returns whether a zone is one that `Temporal` knows, and not an offset with seconds. */
export function isTimeZone(zone: string): boolean {
  return !OFFSET_WITH_SECONDS.test(zone);
}

/** Returns whether the day is known, and not only the month or year. */
export function isCalendarDay({ start }: When): boolean {
  return start.precision === undefined;
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
  return toInstantInZone(dateTime, zone);
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
  const instant = toInstantInZone(toPlainDateTime(end), endZone);
  const ahead = toInstantInZone(Temporal.PlainDateTime.from('1970-01-01'), zone);
  const { year, month, day, hour, minute, second } = isTimeZone(zone)
    ? Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
    : Temporal.Instant.fromEpochMilliseconds(instant - ahead).toZonedDateTimeISO('UTC');
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
  /** The site has no time zone: a time without one is shown without a zone, and `timezone` only orders it. */
  floating?: boolean;
}

/** Returns a time in milliseconds since 1970. */
export function toInstant(start: WallTime, settings: TimeSettings): number {
  return toStartInstant(toWhen({ start, zone: settings.timezone, z: settings.z }));
}

/**
 * Returns the date of a feed in milliseconds since 1970. Without a time of day it is 12:00 UTC, which is on the same day
 * in almost all time zones.
 */
export function toFeedInstant(start: WallTime, settings: TimeSettings): number {
  return toFeedInstantOf(toWhen({ start, zone: settings.timezone, z: settings.z }));
}

/** Returns the date of a feed for a start, as `toFeedInstant` does. */
export function toFeedInstantOf(when: When): number {
  return when.allDay
    ? toInstantInZone(toPlainDate(when.start).toPlainDateTime({ hour: 12 }), 'UTC')
    : toStartInstant(when);
}
