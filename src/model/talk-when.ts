import type { WallTime } from '../schema/date-text.ts';
import type { TalkFrontMatter } from '../schema/talk.ts';
import { START_KEYS } from '../schema/talk-when.ts';
import { startInstant, toPlainDate, toWhen, type When } from './when.ts';

/** What the reading of dates takes from the site. */
export interface Clock {
  timezone: string;
  z: 'utc' | 'local';
}

/** A time, and the key it was written under. */
export interface KeyedTime {
  key: string;
  time: WallTime;
}

/** The start is the first of these keys that is there; the schema has seen to it that one is. */
export function startOf(talk: TalkFrontMatter): KeyedTime {
  const start = firstOf(talk, START_KEYS);
  if (!start) throw new Error('A talk without a date passed the schema.');
  return start;
}

/** The end as written, whether or not it can be true. */
export function endOf(talk: TalkFrontMatter): KeyedTime | undefined {
  return firstOf(talk, ['event_end', 'time_end', 'date_end']);
}

export function whenOf(talk: TalkFrontMatter, clock: Clock): When {
  return toWhen({
    start: startOf(talk).time,
    end: isFarEnd(talk) ? undefined : endOf(talk)?.time,
    allDay: talk.event_all_day ?? talk.all_day,
    zone: talk.timezone ?? clock.timezone,
    z: clock.z,
  });
}

/**
 * An end that nobody meant: the templates' 1 June 2030, or another slip of the year. A series of
 * lectures may run for months, but only in days.
 */
export function isFarEnd(talk: TalkFrontMatter): boolean {
  const end = endOf(talk)?.time;
  if (!end) return false;
  const start = startOf(talk).time;
  const days = toPlainDate(start).until(toPlainDate(end), { largestUnit: 'day' }).days;
  const inDays = start.hour === undefined || talk.event_all_day === true || talk.all_day === true;
  const template = end.year === 2030 && end.month === 6 && end.day === 1;
  return days > (inDays && !template ? 360 : 60);
}

/** The day of publication: `publishDate`; `date` where the talk's own day stands in another key. */
export function publishedAt(talk: TalkFrontMatter, clock: Clock): number | undefined {
  const day = talk.publishDate ?? (startOf(talk).key === 'date' ? undefined : talk.date);
  return day && instantOf(day, clock);
}

export function instantOf(start: WallTime, clock: Clock): number {
  return startInstant(toWhen({ start, zone: clock.timezone, z: clock.z }));
}

function firstOf<K extends keyof TalkFrontMatter>(
  talk: TalkFrontMatter,
  keys: readonly K[],
): KeyedTime | undefined {
  for (const key of keys) {
    const time = talk[key] as WallTime | undefined;
    if (time) return { key: String(key), time };
  }
  return undefined;
}
