import { comparePeriods, formatPeriod, type CvPeriod } from './cv-dates.ts';
import { isExternalUrl } from '../page/link.ts';
import type { RichText } from '../page/page-texts.ts';
import type { Addresses } from '../page/addresses.ts';

/** Words of an entry, which may lead somewhere. */
export interface CvText extends RichText {
  href?: string;
  /** The name of an institution, an event or a work, which is set apart from the words around. */
  named?: true;
}

/** One line of a CV, and what hangs below it. */
export interface CvEntry {
  /** `2019–2023`. */
  when?: string;
  /** Of what has no date, a name that stands in its place. */
  name?: RichText;
  what: CvText;
  /** Where, for whom, by whom: parted by commas. */
  where: CvText[];
  /** What kind of thing it is, after all that. */
  kind?: string;
  summary?: RichText;
  highlights: RichText[];
}

/** An entry before it is put in its order. */
export interface DatedEntry {
  period?: CvPeriod;
  name?: RichText | undefined;
  what: CvText;
  where?: (CvText | undefined)[];
  summary?: RichText | undefined;
  highlights?: (RichText | undefined)[];
}

/** Entries with their dates in words, the latest first; of one date in the order given. */
export function toEntries(dated: readonly DatedEntry[], language: string): CvEntry[] {
  const ordered = dated.toSorted((a, b) => comparePeriods(a.period ?? {}, b.period ?? {}));
  return ordered.map(({ period = {}, name, what, where = [], summary, highlights = [] }) => {
    const when = formatPeriod(period, language);
    return {
      ...(when && { when }),
      ...(name && { name }),
      what,
      where: where.filter((words) => words !== undefined),
      ...(summary && { summary }),
      highlights: highlights.filter((text) => text !== undefined),
    };
  });
}

/** The address that an author's `url` means. */
export function toCvHref(url: string | undefined, { path }: Addresses): string | undefined {
  return url === undefined || isExternalUrl(url) ? url : path(url);
}

/** Words as a link, where there is something to lead to. */
export function withHref(words: CvText, href: string | undefined): CvText {
  return href === undefined ? words : { ...words, href };
}

export function asName(words: CvText): CvText {
  return { ...words, named: true };
}

/** Several texts as one; undefined for none. */
export function joinTexts(
  texts: readonly (RichText | undefined)[],
  by: string,
): RichText | undefined {
  const found = texts.filter((text) => text !== undefined);
  if (found.length === 0) return undefined;
  return {
    html: found.map(({ html }) => html).join(by),
    text: found.map(({ text }) => text).join(by),
    ...(found.some(({ hasMath }) => hasMath) && { hasMath: true }),
  };
}

/** A text with plain words before and after it. The words are no HTML. */
export function wrapText(before: string, wrapped: RichText, after = ''): RichText {
  const { html, text } = wrapped;
  return { ...wrapped, html: before + html + after, text: before + text + after };
}

/** Returns whether a text of the entry contains a formula. */
export function entryHasMath({ name, what, where, summary, highlights }: CvEntry): boolean {
  return [name, what, ...where, summary, ...highlights].some((text) => text?.hasMath);
}
