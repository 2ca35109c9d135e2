import { Temporal } from 'temporal-polyfill';
import type { CvDate } from '../../schema/cv-date.ts';

/** A period of a CV. It is ongoing if the end is `present`, or if there is a start but no end. */
export interface CvPeriod {
  start?: CvDate | undefined;
  end?: CvDate | 'present' | undefined;
}

/**
 * Formats a period: `2019–2023` · `2021–present` · `March 2020` · `Mar 2019 – Aug 2020`.
 * Undefined if it has no date.
 * @param language A BCP 47 tag.
 */
export function formatPeriod({ start, end }: CvPeriod, language: string): string | undefined {
  const last = end === 'present' ? undefined : end;
  if (!start) return last && formatCvDate(last, language);
  if (!last) return formatOpenPeriod(start, language);
  // The less precise date decides how both are printed.
  const period = { start: limitPrecision(start, last), end: limitPrecision(last, start) };
  if (isSameDate(period.start, period.end)) return formatCvDate(period.start, language);
  if (period.start.month === undefined)
    return `${formatYear(period.start)}–${formatYear(period.end)}`;
  const format = new Intl.DateTimeFormat(language, toFormatOptions(period.start, 'short'));
  return format.formatRange(toUtcInstant(period.start), toUtcInstant(period.end));
}

/** Formats an ongoing period: `2021–present` · `Mar 2021 – present`. */
function formatOpenPeriod(start: CvDate, language: string): string {
  if (start.month === undefined) return `${formatYear(start)}–present`;
  const format = new Intl.DateTimeFormat(language, toFormatOptions(start, 'short'));
  return `${format.format(toUtcInstant(start))} – present`;
}

/** Formats a date: `2020` · `March 2020` · `1 March 2020`. */
export function formatCvDate(date: CvDate, language: string): string {
  if (date.month === undefined) return formatYear(date);
  return new Intl.DateTimeFormat(language, toFormatOptions(date, 'long')).format(
    toUtcInstant(date),
  );
}

/** Compares periods for sorting: ongoing first, then the latest end first, then the latest start. */
export function comparePeriods(a: CvPeriod, b: CvPeriod): number {
  return toRank(toPeriodEnd(b)) - toRank(toPeriodEnd(a)) || toRank(b.start) - toRank(a.start);
}

function toPeriodEnd({ start, end }: CvPeriod): CvDate | 'present' | undefined {
  return end ?? (start && 'present');
}

/** Returns a number that is larger for later dates; -1 without a date, which sorts it last. */
function toRank(date: CvDate | 'present' | undefined): number {
  if (date === undefined) return -1;
  if (date === 'present') return 1e8;
  return date.year * 1e4 + (date.month ?? 0) * 100 + (date.day ?? 0);
}

function limitPrecision({ year, month, day }: CvDate, other: CvDate): CvDate {
  if (month === undefined || other.month === undefined) return { year };
  return day === undefined || other.day === undefined ? { year, month } : { year, month, day };
}

function isSameDate(a: CvDate, b: CvDate): boolean {
  return toRank(a) === toRank(b);
}

function formatYear(date: CvDate): string {
  return String(date.year);
}

// Days are formatted as if they were UTC: the digits pass through unchanged.

function toFormatOptions({ day }: CvDate, month: 'short' | 'long'): Intl.DateTimeFormatOptions {
  const options = { year: 'numeric', month, timeZone: 'UTC' } as const;
  return day === undefined ? options : { ...options, day: 'numeric' };
}

function toUtcInstant({ year, month = 1, day = 1 }: CvDate): number {
  return Temporal.PlainDate.from({ year, month, day }).toZonedDateTime('UTC').epochMilliseconds;
}
