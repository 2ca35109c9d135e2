import type { WallTime } from '../../schema/date-text.ts';
import { memoizeByObject } from './memoize.ts';
import type { When } from './when.ts';

/**
 * Formats a date with its time, if it has one: `22 September 2021` · `22–24 September 2021` · `September 2021` ·
 * `3 May 2034, 15:00–16:00, Vienna time` · `14 June, 23:00 – 15 June 2034, 01:00, Vienna time`; without the zone if it is
 * unknown.
 */
export function formatWhen(when: When, language: string): string {
  const { start, end } = when;
  const zone = when.floating ? '' : `, ${formatZone(when.zone)}`;
  const day = formatDay(when, language);
  if (when.allDay || start.hour === undefined) return day;
  const from = formatClock(start, language);
  if (end?.hour === undefined) return `${day}, ${from}${zone}`;
  const until = formatClock(end, language);
  if (isSameDay(start, end)) return `${day}, ${from}–${until}${zone}`;
  const first = getDateFormat(language, start.year === end.year ? 'dayOfYear' : 'day');
  const last = getDateFormat(language, 'day');
  return (
    `${first.format(toUtcInstant(start))}, ${from} – ${last.format(toUtcInstant(end))}, ${until}` +
    zone
  );
}

/** Formats the day or days without a time: `22–24 September 2021`, `September 2021`, `2021`. */
export function formatDay(when: When, language: string): string {
  return formatDays(when, language, 'day');
}

/** Formats the day without its year, for a list with years as headings: `22 Sept`, `22–24 Sept`. */
export function formatShortDay(when: When, language: string): string {
  return formatDays(when, language, 'shortDay');
}

/** The names of UTC in the time zone database. */
const UTC_NAME = /^(?:Etc\/)?(?:UTC|UCT|GMT|GMT[+-]?0|Greenwich|Universal|Z|Zulu)$/i;

/** Formats a time zone: `UTC` · `UTC+2` · `Vienna time`. */
export function formatZone(zone: string): string {
  if (UTC_NAME.test(zone)) return 'UTC';
  const offset = /^([+-])(\d\d):?(\d\d)((?::\d\d)?)$/.exec(zone);
  if (offset) {
    const [, sign, hours, minutes, seconds = ''] = offset;
    if (`${hours}${minutes}${seconds}` === '0000') return 'UTC';
    const rest = `${minutes === '00' && !seconds ? '' : `:${minutes}`}${seconds}`;
    return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${rest}`;
  }
  // Signs in these names are those of POSIX: Etc/GMT-5 is five hours ahead of UTC.
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/i.exec(zone) ?? [];
  if (sign !== undefined) return `UTC${sign === '-' ? '+' : '−'}${hours}`;
  const city = zone.split('/').at(-1) ?? zone;
  return `${city.replaceAll('_', ' ')} time`;
}

// Days and hours are formatted as if they were UTC: the digits pass through unchanged.

/** The texts of the days of each time, by format and language: several lists show each talk. */
const getDayTexts = memoizeByObject((_: When) => new Map<string, string>());

function formatDays(when: When, language: string, name: 'day' | 'shortDay'): string {
  const texts = getDayTexts(when);
  const key = `${name} ${language}`;
  const text =
    texts.get(key) ?? formatDayRange(when, getDateFormat(language, pickFormat(when, name)));
  texts.set(key, text);
  return text;
}

/** Returns the format for the parts that both ends have: no month or day is invented. */
function pickFormat({ start, end }: When, name: 'day' | 'shortDay'): keyof typeof formatOptions {
  const precisions = [start.precision, end?.precision];
  if (precisions.includes('year')) return 'year';
  if (!precisions.includes('month')) return name;
  return name === 'day' ? 'month' : 'shortMonth';
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
  dayOfYear: { day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
  shortMonth: { month: 'long' },
  year: { year: 'numeric' },
  clock: { hour: 'numeric', minute: '2-digit' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Returns a cached format: creating one takes a hundred times as long as using it. */
function getDateFormat(language: string, name: keyof typeof formatOptions): Intl.DateTimeFormat {
  const key = `${name} ${language}`;
  const options = { ...formatOptions[name], timeZone: 'UTC' };
  const format = formats.get(key) ?? createDateFormat(language, options);
  formats.set(key, format);
  return format;
}

/** The hours of a clock of 24 hours have two digits: `09:00`. */
function createDateFormat(
  language: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const format = new Intl.DateTimeFormat(language, options);
  if (format.resolvedOptions().hourCycle !== 'h23') return format;
  return new Intl.DateTimeFormat(language, { ...options, hour: '2-digit' });
}

function isSameDay(a: WallTime, b: WallTime): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

/** Returns midnight in milliseconds since 1970. `Date.UTC` reads the years 0 to 99 as 1900 to 1999. */
function toUtcInstant({ year, month, day }: WallTime): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}
