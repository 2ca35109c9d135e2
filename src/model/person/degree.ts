import { readCvEnd, type CvDate } from '../../schema/cv-date.ts';
import { withHref, asName, type CvEntry } from '../cv/cv-entry.ts';
import { formatPeriod } from '../cv/cv-dates.ts';
import { toRichText, type RenderedTexts } from '../page/page-texts.ts';
import type { RawDegree } from './raw-person.ts';

/**
 * A degree as a CV shows it; undefined for one that says neither what nor where.
 * @param i Its number, by which its texts are named.
 */
export function toDegree(
  degree: RawDegree,
  i: number,
  texts: RenderedTexts,
  toHref: (url: string | undefined) => string | undefined,
  { language }: { language: string },
): CvEntry | undefined {
  const [course, institution] = [texts[`education.${i}.what`], texts[`education.${i}.where`]];
  const what = course ?? (institution && asName(institution));
  if (!what) return undefined;
  const summary = texts[`education.${i}.summary`];
  const href = toHref(degree.button?.url);
  const when = degree.year ?? whenOf(degree, language);
  return {
    ...(when && { when }),
    what,
    where: [
      ...(course && institution ? [asName(institution)] : []),
      ...(href ? [withHref(toRichText(degree.button?.text ?? 'More'), href)] : []),
    ],
    ...(summary && { summary }),
    highlights: [],
  };
}

/** From when until when, in years; dates that cannot be read stand as they were written. */
function whenOf(degree: RawDegree, language: string): string | undefined {
  const written = [degree.start ?? degree.date_start, degree.end ?? degree.date_end];
  const dates = written.map((text) => (text === undefined ? undefined : toYear(text)));
  const [start, end] = dates;
  const unread = written.some((text, i) => text !== undefined && dates[i] === undefined);
  if (unread || start === 'present') return written.filter(Boolean).join(' – ');
  return formatPeriod({ start, end }, language);
}

function toYear(text: string): CvDate | 'present' | undefined {
  const date = readCvEnd(text, () => undefined);
  return typeof date === 'object' ? { year: date.year } : date;
}
