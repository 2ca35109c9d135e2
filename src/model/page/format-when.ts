import type { WallTime } from '../../schema/date-text.ts';
import { memoizeByObject } from './memoize.ts';
import type { When } from './when.ts';

/** Formats a date with its time, if it has one: `22 September 2021` · `22–24 September 2021` · `3 May 2034, 15:00–16:00, Vienna time`. */
export function formatWhen(when: When, language: string): string {
  const day = formatDay(when, language);
  const time = formatTime(when, language);
  return time === undefined ? day : `${day}, ${time}`;
}

/** Formats the day or days without a time: `22–24 September 2021`. */
export function formatDay(when: When, language: string): string {
  return formatDays(when, language, 'day');
}

/** Formats the day without its year, for a list with years as headings: `22 Sept`, `22–24 Sept`. */
export function formatShortDay(when: When, language: string): string {
  return formatDays(when, language, 'shortDay');
}

/** Formats the time: `15:00–16:00, Vienna time`; undefined for a talk without a time of day. */
function formatTime(when: When, language: string): string | undefined {
  const { start, end, allDay, zone } = when;
  if (allDay || start.hour === undefined) return undefined;
  const from = formatClock(start, language);
  const hasEnd = end?.hour !== undefined && isSameDay(start, end);
  return `${hasEnd ? `${from}–${formatClock(end, language)}` : from}, ${formatZone(zone)}`;
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

/** The texts of the days of each time, by format and language: several lists show each talk. */
const getDayTexts = memoizeByObject((_: When) => new Map<string, string>());

function formatDays(when: When, language: string, name: 'day' | 'shortDay'): string {
  const texts = getDayTexts(when);
  const key = `${name} ${language}`;
  const text = texts.get(key) ?? formatDayRange(when, getDateFormat(language, name));
  texts.set(key, text);
  return text;
}

function formatDayRange({ start, end }: When, format: Intl.DateTimeFormat): string {
  // A range costs ten times as much as a day.
  if (end === undefined || isSameDay(start, end)) return format.format(toUtcInstant(start));
  // Intl puts spaces around every dash. There should be none between two days of one month.
  const parts = format.formatRangeToParts(toUtcInstant(start), toUtcInstant(end));
  const oneMonth = parts.filter(({ source }) => source === 'startRange').length === 1;
  return parts
    .map(({ source, value }) =>
      oneMonth && source === 'shared' ? value.replace(/\s*[–-]\s*/, '–') : value,
    )
    .join('');
}

function formatClock({ hour = 0, minute = 0 }: WallTime, language: string): string {
  return getDateFormat(language, 'clock').format(Date.UTC(2000, 0, 1, hour, minute));
}

const formatOptions = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  shortDay: { day: 'numeric', month: 'short' },
  clock: { hour: 'numeric', minute: '2-digit' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Returns a cached format: creating one takes a hundred times as long as using it. */
function getDateFormat(language: string, name: keyof typeof formatOptions): Intl.DateTimeFormat {
  const key = `${name} ${language}`;
  const options = { ...formatOptions[name], timeZone: 'UTC' };
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, format);
  return format;
}

function isSameDay(a: WallTime, b: WallTime): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

/** Returns midnight in milliseconds since 1970. `Date.UTC` reads the years 0 to 99 as 1900 to 1999. */
function toUtcInstant({ year, month, day }: WallTime): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}
