import { DateTextError, parseDateText } from './date-text.ts';
import { describe, quote } from './describe.ts';
import { createField, type ReportIssue } from './field.ts';
import type { JsonShape } from './json-schema.ts';

/** A year, a month or a day, with the precision of the author's text. */
export interface CvDate {
  year: number;
  month?: number;
  day?: number;
}

const CV_DATE_EXAMPLE = 'Write a year, a month or a day, such as 2019, 2019-10 or 2019-10-01.';

/** Reads a year, a month or a day, as digits. It does not depend on a clock or a time zone. */
function readCvDate(value: unknown, reportIssue: ReportIssue): CvDate | undefined {
  return readDate(value, reportIssue, CV_DATE_EXAMPLE);
}

/** @param example The remedy if there is no more specific one. */
function readDate(value: unknown, reportIssue: ReportIssue, example: string): CvDate | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') {
    const message = `must be a date, not ${describe(value)}`;
    reportIssue({ code: 'cv/wrong-shape', message, remedy: example });
    return undefined;
  }
  const text = String(value).trim();
  try {
    const { year, month, day, precision } = parseDateText(text);
    if (precision === 'year') return { year };
    return precision === 'month' ? { year, month } : { year, month, day };
  } catch (error) {
    if (!(error instanceof DateTextError)) throw error;
    const hasDay = /^\d{4}-\d{1,2}-/.test(text);
    const isShort = !hasDay && (error.isUnknownForm || /^\d{4}-/.test(text));
    const remedy = isShort ? example : error.remedy;
    reportIssue({ code: 'cv/date-unreadable', message: `${quote(text)} ${error.reason}`, remedy });
    return undefined;
  }
}

const digits = '\\d{4}(-\\d{1,2}){0,2}';
const words = '.*[A-Za-z]{3}.*\\d{4}';

readCvDate.json = {
  anyOf: [
    { type: 'integer' },
    {
      type: 'string',
      pattern: `^\\s*(${digits}|${words})\\s*$`,
      patternErrorMessage: CV_DATE_EXAMPLE,
    },
  ],
} as JsonShape;

/** A field that holds a year, a month or a day. */
export const cvDateField = createField(readCvDate);

/** Reads an end date, or a word such as `present` for something that has not ended. */
export function readCvEndDate(
  value: unknown,
  reportIssue: ReportIssue,
): CvDate | 'present' | undefined {
  const isPresent =
    typeof value === 'string' && /^(present|today|now|current|ongoing)$/i.test(value.trim());
  if (isPresent) return 'present';
  return readDate(value, reportIssue, `${CV_DATE_EXAMPLE.slice(0, -1)}, or write present.`);
}

readCvEndDate.json = {
  anyOf: [
    { type: 'integer' },
    {
      type: 'string',
      pattern: `^\\s*(${digits}|${words}|[Pp]resent|[Tt]oday|[Nn]ow|[Cc]urrent|[Oo]ngoing)\\s*$`,
      patternErrorMessage: `${CV_DATE_EXAMPLE.slice(0, -1)}, or write present.`,
    },
  ],
} as JsonShape;
