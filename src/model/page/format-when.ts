import type { WallTime } from '../../schema/date-text.ts';
import { toPlainDate, type When } from './when.ts';

/** Formats a date with its time, if it has one: `22 September 2021` · `22–24 September 2021` · `3 May 2034, 15:00–16:00, Vienna time`. */
export function formatWhen(when: When, language: string): string {
  const day = formatDay(when, language);
  const time = formatTime(when, language);
  return time === undefined ? day : `${day}, ${time}`;
}

/** Formats the day or days without a time: `22–24 September 2021`. */
export function formatDay(when: When, language: string): string {
  return formatDays(when, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** Formats the day without its year, for a list with years as headings: `22 Sept`, `22–24 Sept`. */
export function formatShortDay(when: When, language: string): string {
  return formatDays(when, language, { day: 'numeric', month: 'short' });
}

/** Formats the time: `15:00–16:00, Vienna time`; undefined for a talk without a time of day. */
function formatTime(when: When, language: string): string | undefined {
  const { start, end, allDay, zone } = when;
  if (allDay || start.hour === undefined) return undefined;
  const options = { hour: 'numeric', minute: '2-digit' } as const;
  const from = formatClock(start, language, options);
  const sameDay = end && toPlainDate(end).equals(toPlainDate(start));
  const to = sameDay && end.hour !== undefined ? formatClock(end, language, options) : undefined;
  return `${to === undefined ? from : `${from}–${to}`}, ${formatZone(zone)}`;
}

/** Formats a time zone: `UTC` · `UTC+2` · `Vienna time`. */
export function formatZone(zone: string): string {
  if (/^(Etc\/)?(UTC|GMT|Z)$/i.test(zone)) return 'UTC';
  const offset = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (offset) {
    const [, sign, hours, minutes] = offset;
    if (hours === '00' && minutes === '00') return 'UTC';
    return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
  }
  const city = zone.split('/').at(-1) ?? zone;
  return `${city.replaceAll('_', ' ')} time`;
}

// Days and hours are formatted as if they were UTC: the digits pass through unchanged.

function formatDays(when: When, language: string, options: Intl.DateTimeFormatOptions): string {
  const format = getDateFormat(language, options);
  const start = toUtcInstant(when.start);
  if (when.end === undefined) return format.format(start);
  // Intl puts spaces around every dash. There should be none between two days of one month.
  const parts = format.formatRangeToParts(start, toUtcInstant(when.end));
  const oneMonth = parts.filter(({ source }) => source === 'startRange').length === 1;
  return parts
    .map(({ source, value }) =>
      oneMonth && source === 'shared' ? value.replace(/\s*[–-]\s*/, '–') : value,
    )
    .join('');
}

function formatClock(
  time: WallTime,
  language: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const { hour = 0, minute = 0 } = time;
  const clock = Date.UTC(2000, 0, 1, hour, minute);
  return getDateFormat(language, options).format(clock);
}

const formatCache = new Map<string, Intl.DateTimeFormat>();

/** Returns a cached format: creating one takes a hundred times as long as using it. */
function getDateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${Object.entries(options).join()}`;
  const format =
    formatCache.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  formatCache.set(key, format);
  return format;
}

function toUtcInstant({ year, month, day }: WallTime): number {
  return toPlainDate({ year, month, day }).toZonedDateTime('UTC').epochMilliseconds;
}
