import { isWallTime, type WallTime } from '../../schema/date-text.ts';
import { isMap } from '../../schema/describe.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import { editDistance } from '../../schema/suggest.ts';

/** Years before and after these are probably typing errors. */
const PLAUSIBLE_YEARS = { first: 1900, last: 2100 };

/**
 * Returns a warning for each date of a page with an implausible year, with the year that was probably meant.
 * @param now In milliseconds since 1970; without it, no year is suggested.
 */
export function checkYears(frontMatter: object, now?: number): Finding[] {
  return listDates(frontMatter, []).flatMap(({ path, date: { year } }): Finding[] => {
    if (year >= PLAUSIBLE_YEARS.first && year <= PLAUSIBLE_YEARS.last) return [];
    const suggestion = now === undefined ? undefined : suggestYear(year, now);
    return [
      {
        path,
        code: 'implausible-year',
        message: `${path.at(-1)} is in the year ${year}, which is probably a typing error`,
        remedy: suggestion ? `Is ${suggestion} meant?` : 'Correct the year.',
      },
    ];
  });
}

/** Returns the dates in the values of keys and in the maps of lists. */
function listDates(value: object, path: KeyPath): { path: KeyPath; date: WallTime }[] {
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
    const itemPath = [...path, Array.isArray(value) ? Number(key) : key];
    if (isWallTime(item)) return [{ path: itemPath, date: item }];
    const isList = Array.isArray(item) && item.some(isMap);
    return isList || (Array.isArray(value) && isMap(item)) ? listDates(item, itemPath) : [];
  });
}

/** Returns the year nearest to now that differs from a year in one digit, or in two that are swapped. */
function suggestYear(year: number, now: number): number | undefined {
  const current = new Date(now).getUTCFullYear();
  const text = String(year).padStart(4, '0');
  const years = Array.from({ length: 100 }, (_, i) => current + 5 - i);
  const similar = years.filter((candidate) => editDistance(text, String(candidate), 2) === 1);
  const distance = (candidate: number) => Math.abs(candidate - current);
  return similar.sort((a, b) => distance(a) - distance(b))[0];
}
