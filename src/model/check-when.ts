import type { WallTime } from '../schema/date-text.ts';
import type { Finding } from '../schema/finding.ts';
import type { TalkFrontMatter } from '../schema/talk.ts';
import { endOf, isFarEnd, startOf, whenOf } from './talk-when.ts';
import { startInstant } from './when.ts';

/** Warnings about an end that cannot be meant. The page shows the start alone. */
export function checkEnd(talk: TalkFrontMatter): Finding[] {
  const end = endOf(talk);
  if (!end) return [];
  const { key: startKey, time: start } = startOf(talk);
  if (isFarEnd(talk)) {
    const remedy = `Correct ${end.key}, or take it out. The page shows the start alone.`;
    const message = `${end.key} lies months after the start, ${startKey}, as in a template`;
    return [warning(end.key, 'talk/end-far-off', message, remedy)];
  }
  const when = whenOf(talk, { timezone: 'UTC', z: 'utc' });
  if (when.end || sameDigits(start, end.time, when.allDay)) return [];
  const message = `${end.key} lies before the start, ${startKey}`;
  const remedy = 'Correct one of the two. The page shows the start alone.';
  return [warning(end.key, 'talk/end-before-start', message, remedy)];
}

/**
 * A note on the start of an upcoming talk that ends in Z. That is UTC, but authors who filled in
 * the template of an old theme meant the clock on the wall. `now` is in milliseconds since 1970.
 */
export function checkUtc(talk: TalkFrontMatter, timezone: string, now: number): Finding[] {
  const { key, time } = startOf(talk);
  const when = whenOf(talk, { timezone, z: 'utc' });
  if (time.offset !== 'Z' || when.allDay || talk.timezone || isUtc(timezone)) return [];
  if (startInstant(when) < now) return [];
  return [
    {
      path: [key],
      severity: 'note',
      code: 'talk/utc-time',
      message: 'the time of an upcoming talk ends in Z and is shown as UTC',
      remedy:
        'If the clock on the wall is meant, write "times: { z: local }" in site.yaml, else ' +
        '"times: { z: utc }".',
    },
  ];
}

function isUtc(timezone: string): boolean {
  return /^(Etc\/)?(UTC|GMT|UCT|Zulu|Universal)$/i.test(timezone);
}

function warning(key: string, code: string, message: string, remedy: string): Finding {
  return { path: [key], severity: 'warning', code, message, remedy };
}

function sameDigits(a: WallTime, b: WallTime, allDay: boolean): boolean {
  const sameDay = a.year === b.year && a.month === b.month && a.day === b.day;
  if (allDay || b.hour === undefined) return sameDay;
  return sameDay && a.hour === b.hour && (a.minute ?? 0) === (b.minute ?? 0);
}
