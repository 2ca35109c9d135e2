import { readCvEndDate, type CvDate } from '../../schema/cv-date.ts';
import { addHref, markAsName, type CvEntry } from '../cv/cv-entry.ts';
import { formatPeriod } from '../cv/cv-dates.ts';
import { toRichText, type RenderedTexts } from '../page/page-texts.ts';
import type { RawDegree } from './raw-person.ts';

/**
 * Converts a degree to an entry of a CV; undefined for one with neither a course nor an institution.
 * @param i Its index, which is part of the names of its texts.
 */
export function toDegree(
  degree: RawDegree,
  i: number,
  texts: RenderedTexts,
  toHref: (url: string | undefined) => string | undefined,
  { language }: { language: string },
): CvEntry | undefined {
  const [course, institution] = [texts[`education.${i}.what`], texts[`education.${i}.where`]];
  const what = course ?? (institution && markAsName(institution));
  if (!what) return undefined;
  const summary = texts[`education.${i}.summary`];
  const href = toHref(degree.button?.url);
  const when = degree.year ?? formatDegreePeriod(degree, language);
  return {
    ...(when && { when }),
    what,
    where: [
      ...(course && institution ? [markAsName(institution)] : []),
      ...(href ? [addHref(toRichText(degree.button?.text ?? 'More'), href)] : []),
    ],
    ...(summary && { summary }),
    highlights: [],
  };
}

/** Formats the period in years. If a date is invalid, both are printed as written. */
function formatDegreePeriod(degree: RawDegree, language: string): string | undefined {
  const rawDates = [degree.start ?? degree.date_start, degree.end ?? degree.date_end];
  const dates = rawDates.map((text) => (text === undefined ? undefined : toYear(text)));
  const [start, end] = dates;
  const hasInvalid = rawDates.some((text, i) => text !== undefined && dates[i] === undefined);
  if (hasInvalid || start === 'present') return rawDates.filter(Boolean).join(' – ');
  return formatPeriod({ start, end }, language);
}

function toYear(text: string): CvDate | 'present' | undefined {
  const date = readCvEndDate(text, () => undefined);
  return typeof date === 'object' ? { year: date.year } : date;
}
