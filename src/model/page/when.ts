import { Temporal } from 'temporal-polyfill';
import type { WallTime } from '../../schema/date-text.ts';

/** When a talk is given: the digits the author wrote, and the zone they are meant in. */
export interface When {
  start: WallTime;
  /** Never before the start. Absent when the author gave none. */
  end?: WallTime;
  /** No time of day is known or meant. */
  allDay: boolean;
  /** `UTC`, an offset such as `+02:00`, or an IANA name such as `Europe/Vienna`. */
  zone: string;
}

export interface WhenParts {
  start: WallTime;
  end?: WallTime | undefined;
  allDay?: boolean | undefined;
  /** The zone for digits without an offset. */
  zone: string;
  /** `local` reads a written `Z` as local time, as the old theme's template made authors write. */
  z: 'utc' | 'local';
}

export function toWhen({ start, end, allDay, zone, z }: WhenParts): When {
  const when: When = {
    start,
    allDay: allDay === true || start.hour === undefined,
    zone: zoneOf(start, zone, z),
  };
  const last = end && onClockOf(when, end, z);
  if (last && isAfter({ ...when, start: last }, when)) when.end = last;
  return when;
}

/** Milliseconds since 1970 at which the talk starts; an all-day talk starts at its zone's midnight. */
export function startInstant(when: When): number {
  return instant(when.start, when.zone, when.allDay);
}

/** When the talk is over: its end; without one, an hour and a half after its start, or the day's end. */
export function endInstant(when: When): number {
  const last = when.end ?? when.start;
  if (when.allDay || last.hour === undefined) {
    const nextDay = toPlainDate(last).add({ days: 1 });
    return nextDay.toZonedDateTime(when.zone).epochMilliseconds;
  }
  const typicalLength = 90 * 60_000;
  return instant(last, when.zone, false) + (when.end ? 0 : typicalLength);
}

export function isOver(when: When, now: number): boolean {
  return endInstant(when) <= now;
}

/** The start as a valid `datetime` attribute: `2021-09-22`, `2034-05-03T15:00:00+02:00`. */
export function toIso(when: When, time: WallTime = when.start): string {
  if (when.allDay || time.hour === undefined) return toPlainDate(time).toString();
  const zoned = toPlainDateTime(time).toZonedDateTime(when.zone);
  return zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** The day of an instant (milliseconds since 1970) in a zone. */
export function toDay(instant: number, zone: string): When {
  const { year, month, day } =
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return { start: { year, month, day }, allDay: true, zone };
}

export function toPlainDate({ year, month, day }: WallTime): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day });
}

export function toPlainDateTime(time: WallTime): Temporal.PlainDateTime {
  const { hour = 0, minute = 0, second = 0 } = time;
  return toPlainDate(time).toPlainDateTime({ hour, minute, second });
}

function instant(time: WallTime, zone: string, allDay: boolean): number {
  const plain = allDay ? toPlainDate(time).toPlainDateTime() : toPlainDateTime(time);
  return plain.toZonedDateTime(zone).epochMilliseconds;
}

function isAfter(a: When, b: When): boolean {
  const days = Temporal.PlainDate.compare(toPlainDate(a.start), toPlainDate(b.start));
  if (days !== 0 || b.allDay || a.start.hour === undefined) return days > 0;
  return startInstant(a) > startInstant(b);
}

/** An end that was written with another offset than the start, as the start's clock shows it. */
function onClockOf({ start, allDay, zone }: When, end: WallTime, z: WhenParts['z']): WallTime {
  const ownZone = zoneOf(end, zone, z);
  if (allDay || !start.offset || end.hour === undefined || ownZone === zone) return end;
  const zoned = toPlainDateTime(end).toZonedDateTime(ownZone).withTimeZone(zone);
  const { year, month, day, hour, minute, second } = zoned;
  return { year, month, day, hour, minute, second };
}

function zoneOf({ offset }: WallTime, zone: string, z: 'utc' | 'local'): string {
  if (offset === undefined) return zone;
  if (offset === 'Z') return z === 'local' ? zone : 'UTC';
  return offset;
}

/** What the reading of dates takes from the site. */
export interface TimeSettings {
  timezone: string;
  z: 'utc' | 'local';
}

export function toInstant(start: WallTime, clock: TimeSettings): number {
  return startInstant(toWhen({ start, zone: clock.timezone, z: clock.z }));
}
