import { describe, isMap, quote } from './describe.ts';
import { createField, type ReportIssue } from './field.ts';
import { dateJson } from './json-schema.ts';
import { type RangeEnd, readTimeOfDay, type TimeOfDay } from './time-of-day.ts';

/** A date as the digits in the file, independent of the time zone of the machine. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  /** The smallest known part if it is not the day. The day, and in a year the month, is then 1. */
  precision?: 'year' | 'month';
  hour?: number;
  minute?: number;
  second?: number;
  /** `Z` or `+02:00`, if given. */
  offset?: string;
  /** The end of a range of times: on the same day, or on the next one if it is before the start. */
  until?: RangeEnd;
}

/** Thrown for text that is not a date, with the reason (`"text" reason`) and what to write instead. */
export class DateTextError extends Error {
  readonly reason: string;
  readonly remedy: string;
  /** The text has no known date format, and no date can be guessed from it. */
  readonly isUnknownForm: boolean;

  constructor(text: string, reason: string, remedy?: string) {
    super(`"${text}" ${reason}`);
    this.name = 'DateTextError';
    this.reason = reason;
    this.remedy = remedy ?? DATE_EXAMPLE;
    this.isUnknownForm = remedy === undefined;
  }
}

const DATE_TIME =
  /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:(?:[Tt:]|,?\s+(?:at\s+)?)(?=\d|from\s)(.*))?)?)?$/;
const UTC_OFFSET = /^([+-])(\d{2}):?(\d{2})?(?::?(\d{2}))?(?:\s+(?:[A-Za-z]{1,5}|[+-]\d{2,4}))?$/;
const DATE_EXAMPLE = 'Write a date such as 2024-05-22 or 2024-05-22T15:00.';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?';
const DAY_FIRST = new RegExp(`^${WEEKDAY}(\\d{1,2})[\\s-]+([a-z]+)\\.?,?[\\s-]+(\\d{4})(.*)$`, 'i');
const MONTH_AND_YEAR = /^([a-z]+)\.?,?\s+(\d{4})$/i;
const MONTH_FIRST = new RegExp(`^${WEEKDAY}([a-z]+)\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})(.*)$`, 'i');

/**
 * Reads a date: RFC 3339 and its relatives (a blank or a colon for the T, one-digit months, days
 * and hours, no seconds, fractions of seconds, `2:00 PM`, ranges of times, an offset with or without a
 * colon), a month or a year alone, and dates with the month as an English word. Throws a DateTextError.
 */
export function parseDateText(text: string): WallTime {
  const trimmed = text.replace(/[\s\u200B\uFEFF]+/g, ' ').trim();
  const parts = DATE_TIME.exec(toNumericDate(trimmed) ?? trimmed);
  const [, year, month, day, clock] = parts ?? [];
  const timeOfDay = clock === undefined ? undefined : readTimeOfDay(clock);
  if (year === undefined || (clock !== undefined && !timeOfDay))
    throw new DateTextError(trimmed, 'is not a valid date', toDateRemedy(trimmed));
  const date: WallTime = {
    year: Number(year),
    month: Number(month ?? 1),
    day: Number(day ?? 1),
    ...(day === undefined && { precision: month === undefined ? 'year' : 'month' }),
  };
  checkDay(trimmed, date);
  return timeOfDay ? { ...date, ...toTimeParts(trimmed, timeOfDay) } : date;
}

function toTimeParts(text: string, { rest, ...time }: TimeOfDay): Partial<WallTime> {
  checkTimeOfDay(text, time);
  if (time.until) checkTimeOfDay(text, time.until);
  return { ...time, ...(rest !== '' && { offset: toOffset(text, rest) }) };
}

/** Reads a date with an optional time of day, as digits. Returns a WallTime unchanged. */
function readWallTime(value: unknown, reportIssue: ReportIssue): WallTime | undefined {
  if (isWallTime(value)) return value;
  if (typeof value !== 'string' && typeof value !== 'number') {
    reportIssue({
      code: 'wrong-shape',
      message: `must be a date, not ${describe(value)}`,
      remedy: DATE_EXAMPLE,
    });
    return undefined;
  }
  try {
    return parseDateText(String(value));
  } catch (error) {
    if (!(error instanceof DateTextError)) throw error;
    const message = `${quote(String(value))} ${error.reason}`;
    reportIssue({ code: 'date-unreadable', message, remedy: error.remedy });
    return undefined;
  }
}

readWallTime.json = dateJson;

/** A field that holds a date with an optional time of day. */
export const dateField = createField(readWallTime);

/** Returns whether a value is a date that has been read. */
export function isWallTime(value: unknown): value is WallTime {
  return isMap(value) && ['year', 'month', 'day'].every((key) => typeof value[key] === 'number');
}

function checkDay(text: string, { year, month, day, precision }: WallTime): void {
  const fail = (
    detail: string,
    remedy = 'Write year, month and day, such as 2024-05-22.',
  ): never => {
    throw new DateTextError(text, `is not a valid date: ${detail}`, remedy);
  };
  if (year === 0) fail('there is no year 0');
  if (month < 1 || month > 12) {
    const canSwap =
      !precision && month >= 1 && day >= 1 && day <= 12 && month <= getDaysInMonth(year, day);
    fail(
      `there is no month ${month}`,
      canSwap ? `Did you mean ${formatIsoDay(year, day, month)}?` : undefined,
    );
  }
  if (day < 1) fail('there is no day 0');
  const last = getDaysInMonth(year, month);
  if (day > last) fail(`${formatIsoDay(year, month, 1).slice(0, 7)} has only ${last} days`);
}

function checkTimeOfDay(text: string, { hour, minute, second = 0 }: Omit<TimeOfDay, 'rest'>): void {
  const invalidPart =
    hour > 23
      ? `hour ${hour}`
      : minute > 59
        ? `minute ${minute}`
        : second > 59 && `second ${second}`;
  if (!invalidPart) return;
  const remedy = 'Write a time from 00:00 to 23:59, such as 2024-05-22T15:00.';
  throw new DateTextError(text, `has an invalid time: there is no ${invalidPart}`, remedy);
}

function toOffset(text: string, zone: string): string {
  if (/^(z|utc|gmt)$/i.test(zone)) return 'Z';
  const [, sign, hours, minutes = '00', seconds = '00'] = UTC_OFFSET.exec(zone) ?? [];
  if (sign !== undefined && Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60) {
    return `${sign}${hours}:${minutes}${seconds === '00' ? '' : `:${seconds}`}`;
  }
  const remedy = 'Write Z or an offset such as +02:00, or leave it out and set timezone instead.';
  throw new DateTextError(text, `ends in "${zone}", which is not a UTC offset`, remedy);
}

/**
 * Returns the remedy for a date with other separators: the date it means, or both dates if day and
 * month may be swapped. Undefined for any other text.
 */
function toDateRemedy(text: string): string | undefined {
  const first = /^(\d{4})[./](\d{1,2})[./](\d{1,2})(?!\d)/.exec(text);
  const last = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/.exec(text);
  const found = first
    ? [Number(first[1]), Number(first[2]), Number(first[3])]
    : last
      ? [Number(last[3]), Number(last[2]), Number(last[1])]
      : undefined;
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0] = found;
  const isDay = (m: number, d: number) =>
    m >= 1 && m <= 12 && d >= 1 && d <= getDaysInMonth(year, m);
  if (!isDay(month, day)) return undefined;
  if (first || day > 12 || day === month) return `Write ${formatIsoDay(year, month, day)}.`;
  return `Write ${formatIsoDay(year, month, day)} or ${formatIsoDay(year, day, month)}, whichever you mean.`;
}

function getDaysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function formatIsoDay(year: number, month: number, day: number): string {
  const padTwo = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${padTwo(month)}-${padTwo(day)}`;
}

/**
 * Returns `2024-5-22…` for `22 May 2024 15:00` and `May 22, 2024`, `2024-5` for `May 2024`, and undefined for
 * any other text. Knows English month names, their first three letters, which RFC 1123 dates have, and `Sept`.
 */
function toNumericDate(text: string): string | undefined {
  const dayFirst = DAY_FIRST.exec(text);
  const monthFirst = MONTH_FIRST.exec(text);
  const month = MONTH_AND_YEAR.exec(text);
  if (month) return joinDate(month[2], month[1]);
  if (dayFirst) return joinDate(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4]);
  if (monthFirst) return joinDate(monthFirst[3], monthFirst[1], monthFirst[2], monthFirst[4]);
  return undefined;
}

function joinDate(year = '', word = '', day = '', rest = ''): string | undefined {
  const name = word.toLowerCase().replace(/^sept$/, 'sep');
  const index = MONTHS.findIndex((month) => month === name || month.slice(0, 3) === name);
  if (index < 0) return undefined;
  return `${year}-${index + 1}${day === '' ? '' : `-${day}`}${rest}`;
}
