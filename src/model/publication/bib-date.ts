import type { Issued } from './citable.ts';

const monthStems = [
  ...['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
];
const dayPattern = /(?<![\d/])(\d{1,2})(?:st|nd|rd|th)?(?!\d)/;

/** The fields of a date in BibTeX and BibLaTeX, as text. */
interface DateFields {
  date?: string | undefined;
  year?: string | undefined;
  month?: string | undefined;
  day?: string | undefined;
}

/**
 * Reads a date. A period counts as its start. The month may be a number or a name, with a day before or after it:
 * `3`, `Dec.`, `MAR 15`, `May 3`, `July/August`. Undefined without a year.
 */
export function toIssued({
  date = '',
  year = '',
  month = '',
  day = '',
}: DateFields): Issued | undefined {
  const digits = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?!\d)/.exec(date.trim());
  if (digits) return withParts(digits[1], Number(digits[2]), Number(digits[3]));
  const yearText = findYear(year) ?? findYear(date);
  const rest = month || date.replace(yearText ?? '', '') || year.replace(yearText ?? '', '');
  const monthNumber = readMonth(rest);
  const isNamed = !/^\s*\d/.test(rest) || /[a-z]{3}/i.test(rest);
  const dayText = day || (isNamed ? (dayPattern.exec(rest)?.[1] ?? '') : '');
  return withParts(yearText, monthNumber, Number(dayText));
}

/** Returns the text of a year that is no number, such as `in press`. */
export function toStatusOfYear(year: string): string | undefined {
  const status = year
    .replace(/(?<!\d)\d{4}[a-z]?(?!\d)/g, '')
    .replace(/^[\s,;()~.]+|[\s,;()~]+$/g, '');
  return /\p{L}{3}/u.test(status) && readMonth(status) === undefined ? status : undefined;
}

function findYear(text: string): string | undefined {
  return /(?<!\d)\d{4}(?!\d)/.exec(text)?.[0];
}

/** Returns the number of a month, from 1, of a number or a name, possibly with a day. */
function readMonth(text: string): number | undefined {
  const number = /^\s*(\d{1,2})\s*$/.exec(text)?.[1];
  if (number !== undefined) return Number(number);
  const stem = /\p{L}{3}/u.exec(text)?.[0].toLowerCase();
  const index = stem === undefined ? -1 : monthStems.indexOf(stem);
  return index < 0 ? undefined : index + 1;
}

function withParts(
  year: string | undefined,
  month: number | undefined,
  day: number | undefined,
): Issued | undefined {
  if (year === undefined) return undefined;
  const hasMonth = isWithin(month, 12);
  const hasDay = hasMonth && isWithin(day, 31);
  return { year: Number(year), ...(hasMonth && { month }), ...(hasDay && { day }) };
}

function isWithin(number: number | undefined, end: number): number is number {
  return number !== undefined && Number.isInteger(number) && number >= 1 && number <= end;
}
