import { Temporal } from 'temporal-polyfill';
import type { CvDate } from '../../schema/cv-date.ts';

/** From when until when; `present` goes on, and so does what has a start and no end. */
export interface CvPeriod {
  start?: CvDate | undefined;
  end?: CvDate | 'present' | undefined;
}

/**
 * A period as a CV prints it: `2019–2023` · `2021–present` · `March 2020` · `Mar 2019 – Aug 2020`.
 * Undefined when it has no date at all. @param language A BCP 47 tag.
 */
export function formatPeriod({ start, end }: CvPeriod, language: string): string | undefined {
  const last = end === 'present' ? undefined : end;
  if (!start) return last && formatCvDate(last, language);
  if (!last) return formatOpenPeriod(start, language);
  // Of two dates the coarser decides: half a day of precision is none.
  const both = { start: asCoarseAs(start, last), end: asCoarseAs(last, start) };
  if (isSame(both.start, both.end)) return formatCvDate(both.start, language);
  if (both.start.month === undefined) return `${year(both.start)}–${year(both.end)}`;
  const format = new Intl.DateTimeFormat(language, partsOf(both.start, 'short'));
  return format.formatRange(asUtc(both.start), asUtc(both.end));
}

/** `2021–present` · `Mar 2021 – present`. */
function formatOpenPeriod(start: CvDate, language: string): string {
  if (start.month === undefined) return `${year(start)}–present`;
  const format = new Intl.DateTimeFormat(language, partsOf(start, 'short'));
  return `${format.format(asUtc(start))} – present`;
}

/** `2020` · `March 2020` · `1 March 2020`. */
export function formatCvDate(date: CvDate, language: string): string {
  if (date.month === undefined) return year(date);
  return new Intl.DateTimeFormat(language, partsOf(date, 'long')).format(asUtc(date));
}

/** Less than nothing when `a` stands above `b`: what goes on, then by end, then by start, latest first. */
export function comparePeriods(a: CvPeriod, b: CvPeriod): number {
  return rank(endOf(b)) - rank(endOf(a)) || rank(b.start) - rank(a.start);
}

function endOf({ start, end }: CvPeriod): CvDate | 'present' | undefined {
  return end ?? (start && 'present');
}

/** What has no date stands last. */
function rank(date: CvDate | 'present' | undefined): number {
  if (date === undefined) return -1;
  if (date === 'present') return 1e8;
  return date.year * 1e4 + (date.month ?? 0) * 100 + (date.day ?? 0);
}

function asCoarseAs({ year, month, day }: CvDate, other: CvDate): CvDate {
  if (month === undefined || other.month === undefined) return { year };
  return day === undefined || other.day === undefined ? { year, month } : { year, month, day };
}

function isSame(a: CvDate, b: CvDate): boolean {
  return rank(a) === rank(b);
}

function year(date: CvDate): string {
  return String(date.year);
}

// Days are formatted as if they were UTC: the digits pass through unchanged.

function partsOf({ day }: CvDate, month: 'short' | 'long'): Intl.DateTimeFormatOptions {
  const options = { year: 'numeric', month, timeZone: 'UTC' } as const;
  return day === undefined ? options : { ...options, day: 'numeric' };
}

function asUtc({ year, month = 1, day = 1 }: CvDate): number {
  return Temporal.PlainDate.from({ year, month, day }).toZonedDateTime('UTC').epochMilliseconds;
}
