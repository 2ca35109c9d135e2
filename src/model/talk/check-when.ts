import type { WallTime } from '../../schema/date-text.ts';
import type { Finding } from '../../schema/finding.ts';
import type { TalkFrontMatter } from '../../schema/talk.ts';
import { isFarEnd, whenOf } from './talk-when.ts';
import { startInstant } from './when.ts';
import type { WrittenDelivery } from './written-deliveries.ts';

/** Warnings about an end that cannot be meant. The page shows the start alone. */
export function checkEnd(delivery: WrittenDelivery): Finding[] {
  const { start, end } = delivery;
  if (!end) return [];
  const [startKey, endKey] = [start, end].map(({ path }) => path.at(-1));
  const warning = (said: Pick<Finding, 'code' | 'message' | 'remedy'>): Finding[] => [
    { path: end.path, severity: 'warning', ...said },
  ];
  if (isFarEnd(delivery)) {
    const remedy = `Correct ${endKey}, or take it out. The page shows the start alone.`;
    const message = `${endKey} lies months after the start, ${startKey}, as in a template`;
    return warning({ code: 'end-far-off', message, remedy });
  }
  const when = whenOf(delivery, { timezone: 'UTC', z: 'utc' });
  if (when.end || sameDigits(start.value, end.value, when.allDay)) return [];
  const message = `${endKey} lies before the start, ${startKey}`;
  const remedy = 'Correct one of the two. The page shows the start alone.';
  return warning({ code: 'end-before-start', message, remedy });
}

/** A note on a `date` that none of the listed deliveries takes place on, and that may be meant so. */
export function checkOwnDate(talk: TalkFrontMatter): Finding[] {
  const { date, deliveries } = talk;
  const sameDay = deliveries?.some(
    (one) => !one.date || (date && sameDigits(one.date, date, true)),
  );
  if (!date || !deliveries || sameDay) return [];
  return [
    {
      path: ['date'],
      severity: 'note',
      code: 'date-without-delivery',
      message: 'the date is the day of none of the deliveries, and is taken for that of publishing',
      remedy: 'If the talk was given on that day too, list that delivery with the others.',
    },
  ];
}

/**
 * A note on the start of an upcoming talk that ends in Z. That is UTC, but authors who filled in
 * the template of an old theme meant the clock on the wall. `now` is in milliseconds since 1970.
 */
export function checkUtc(delivery: WrittenDelivery, timezone: string, now: number): Finding[] {
  const { start } = delivery;
  const when = whenOf(delivery, { timezone, z: 'utc' });
  if (start.value.offset !== 'Z' || when.allDay || delivery.timezone || isUtc(timezone)) return [];
  if (startInstant(when) < now) return [];
  return [
    {
      path: start.path,
      severity: 'note',
      code: 'utc-time',
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

function sameDigits(a: WallTime, b: WallTime, allDay: boolean): boolean {
  const sameDay = a.year === b.year && a.month === b.month && a.day === b.day;
  if (allDay || b.hour === undefined) return sameDay;
  return sameDay && a.hour === b.hour && (a.minute ?? 0) === (b.minute ?? 0);
}
