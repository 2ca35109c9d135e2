import type { WallTime } from '../../schema/date-text.ts';
import { toPlainDate, type When } from './when.ts';

/** `22 September 2021` · `22–24 September 2021` · `3 May 2034, 15:00–16:00, Vienna time`. */
export function formatWhen(when: When, language: string): string {
  const day = formatDay(when, language);
  const time = formatTime(when, language);
  return time === undefined ? day : `${day}, ${time}`;
}

/** The day or days without a time: `22–24 September 2021`. */
export function formatDay(when: When, language: string): string {
  return formatDays(when, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** The day alone, for a list whose years stand above it: `22 Sept`, `22–24 Sept`. */
export function formatShortDay(when: When, language: string): string {
  return formatDays(when, language, { day: 'numeric', month: 'short' });
}

/** `15:00–16:00, Vienna time`; undefined for a talk without a time of day. */
function formatTime(when: When, language: string): string | undefined {
  const { start, end, allDay, zone } = when;
  if (allDay || start.hour === undefined) return undefined;
  const options = { hour: 'numeric', minute: '2-digit' } as const;
  const from = formatClock(start, language, options);
  const sameDay = end && toPlainDate(end).equals(toPlainDate(start));
  const to = sameDay && end.hour !== undefined ? formatClock(end, language, options) : undefined;
  return `${to === undefined ? from : `${from}–${to}`}, ${formatZone(zone)}`;
}

/** `UTC` · `UTC+2` · `Vienna time`. */
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
  const format = dateFormat(language, options);
  const start = asUtc(when.start);
  if (when.end === undefined) return format.format(start);
  // Intl sets blanks around every dash; between two days of one month none belong there.
  const parts = format.formatRangeToParts(start, asUtc(when.end));
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
  return dateFormat(language, options).format(clock);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes a hundred times as long as using it. */
function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${Object.entries(options).join()}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  formats.set(key, format);
  return format;
}

function asUtc({ year, month, day }: WallTime): number {
  return toPlainDate({ year, month, day }).toZonedDateTime('UTC').epochMilliseconds;
}
