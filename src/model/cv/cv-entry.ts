import { comparePeriods, formatPeriod, type CvPeriod } from './cv-dates.ts';
import { isExternalUrl } from '../page/link.ts';
import type { RichText } from '../page/page-texts.ts';
import type { Addresses } from '../page/addresses.ts';

/** A text in an entry, which may be a link. */
export interface CvText extends RichText {
  href?: string;
  /** The text is the name of an institution, an event or a work, which is emphasised. */
  isName?: true;
}

/** An entry of a CV. */
export interface CvEntry {
  /** `2019–2023`. */
  when?: string;
  /** The name in place of a date, for entries without one. */
  name?: RichText;
  what: CvText;
  /** Details after it: the institution, the place. Separated by commas. */
  where: CvText[];
  /** Its kind, after the details. */
  kind?: string;
  summary?: RichText;
  highlights: RichText[];
}

/** An entry before sorting. */
export interface DatedEntry {
  period?: CvPeriod;
  /** What a work without a year waits for, such as `In press`. It is shown instead of dates, before all of them. */
  state?: string | undefined;
  name?: RichText | undefined;
  what: CvText;
  where?: (CvText | undefined)[];
  summary?: RichText | undefined;
  highlights?: (RichText | undefined)[];
}

/** Formats the dates of entries and sorts them: those with a state first, then the latest. The sort is stable. */
export function toEntries(dated: readonly DatedEntry[], language: string): CvEntry[] {
  const sorted = dated.toSorted(
    (a, b) =>
      Number(b.state !== undefined) - Number(a.state !== undefined) ||
      comparePeriods(a.period ?? {}, b.period ?? {}),
  );
  return sorted.map(({ period = {}, state, name, what, where = [], summary, highlights = [] }) => {
    const when = state ?? formatPeriod(period, language);
    return {
      ...(when && { when }),
      ...(name && { name }),
      what,
      where: where.filter((text) => text !== undefined),
      ...(summary && { summary }),
      highlights: highlights.filter((text) => text !== undefined),
    };
  });
}

/** Converts the `url` of an author to an address. */
export function toCvHref(url: string | undefined, { path }: Addresses): string | undefined {
  return url === undefined || isExternalUrl(url) ? url : path(url);
}

/** Returns a text as a link, if there is a target. */
export function addHref(text: CvText, href: string | undefined): CvText {
  return href === undefined ? text : { ...text, href };
}

/** Returns a text as a name, which is emphasised. */
export function markAsName(text: CvText): CvText {
  return { ...text, isName: true };
}

/** Joins texts; undefined if there is none. */
export function joinTexts(
  texts: readonly (RichText | undefined)[],
  separator: string,
): RichText | undefined {
  const defined = texts.filter((text) => text !== undefined);
  if (defined.length === 0) return undefined;
  return {
    html: defined.map(({ html }) => html).join(separator),
    text: defined.map(({ text }) => text).join(separator),
    ...(defined.some(({ hasMath }) => hasMath) && { hasMath: true }),
  };
}

/** Adds plain text before and after a text. It is not escaped, so it must not contain HTML. */
export function wrapText(before: string, inner: RichText, after = ''): RichText {
  const { html, text } = inner;
  return { ...inner, html: before + html + after, text: before + text + after };
}

/** Returns whether a text of the entry contains a formula. */
export function entryHasMath({ name, what, where, summary, highlights }: CvEntry): boolean {
  return [name, what, ...where, summary, ...highlights].some((text) => text?.hasMath);
}
