import { Temporal } from 'temporal-polyfill';
import type { WallTime } from '../../schema/date-text.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import { resolveRange } from '../page/time-range.ts';
import { isTimeZone, toPlainDateTime } from '../page/when.ts';
import type { RawDelivery } from './raw-deliveries.ts';

/**
 * Returns the findings on a range of times: an end that differs from the key of the end, and an end that can also be
 * read as a UTC offset.
 */
export function checkRange({ start, end, timezone }: RawDelivery, siteZone = 'UTC'): Finding[] {
  const { value, path } = start;
  const { until } = value;
  const range = resolveRange(value, timezone ?? siteZone);
  if (!until || !range.rangeEnd) return [];
  const [startKey, endKey] = [path.at(-1), end?.path.at(-1)];
  if (end && end.value.hour !== undefined && !isSameTime(end.value, range.rangeEnd)) {
    return [
      {
        path: end.path,
        code: 'end-contradicts-range',
        message: `${endKey} is ${formatTime(end.value)}, but the range in ${startKey} ends at ${formatTime(range.rangeEnd)}; ${endKey} is used`,
        remedy: `Write the same time in both, or delete ${endKey}.`,
      },
    ];
  }
  if (until.possibleOffset === undefined) return [];
  const from = formatTime(value);
  return [
    {
      path,
      code: 'range-or-offset',
      message: `${startKey} is read as the range from ${from} to ${formatTime(until)}, not as ${from} with the UTC offset ${until.possibleOffset}`,
      remedy: `If ${until.possibleOffset} is a UTC offset, write seconds: ${from}:00${until.possibleOffset}.`,
    },
  ];
}

/** Returns a warning for a start or end that clocks skip on the day on which they are put forward. */
export function checkSkippedTime(delivery: RawDelivery, siteZone = 'UTC'): Finding[] {
  if (delivery.allDay) return [];
  const zone = delivery.timezone ?? siteZone;
  const { start, end } = delivery;
  const { rangeEnd } = resolveRange(start.value, zone);
  return [
    ...checkSkipped(start.path, start.value, zone),
    ...(rangeEnd && !end ? checkSkipped(start.path, rangeEnd, zone) : []),
    ...(end ? checkSkipped(end.path, end.value, zone) : []),
  ];
}

function checkSkipped(path: KeyPath, time: WallTime, zone: string): Finding[] {
  if (time.hour === undefined || time.offset !== undefined || !isTimeZone(zone)) return [];
  const dateTime = toPlainDateTime(time);
  const shown = dateTime.toZonedDateTime(zone).toPlainDateTime();
  if (Temporal.PlainDateTime.compare(shown, dateTime) === 0) return [];
  return [
    {
      path,
      code: 'time-skipped',
      message: `${formatTime(time)} does not exist on ${dateTime.toPlainDate().toString()} in ${zone}, where clocks are put forward over it`,
      remedy: `Correct the time or the time zone. Calendars show ${shown.toString().slice(11, 16)}.`,
    },
  ];
}

function isSameTime(a: WallTime, b: WallTime): boolean {
  const [first, second] = [toPlainDateTime(a), toPlainDateTime(b)];
  return Temporal.PlainDateTime.compare(first, second) === 0;
}

function formatTime({ hour = 0, minute = 0 }: Pick<WallTime, 'hour' | 'minute'>): string {
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
}
