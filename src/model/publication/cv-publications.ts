import type { RawCv } from '../../schema/cv.ts';
import { addHref, type DatedEntry } from '../cv/cv-entry.ts';
import { stripDoiPrefix } from '../page/doi.ts';
import { toRichText, type RichText } from '../page/page-texts.ts';
import { toUndatedState } from './undated-groups.ts';
import type { Publication } from './publication.ts';

type RawPublications = NonNullable<RawCv['publications']>;

/** The publications of the site in a CV. */
export interface CvPublications {
  entries: DatedEntry[];
  /** The entries in the file that are not listed, because the site has the same publication: their indices. */
  merged: ReadonlySet<number>;
}

/**
 * Returns the entries of publications of the site in a CV, without private ones and drafts. An entry in the file with the
 * same DOI or title is the same publication: its summary is kept.
 * @param raw The publications in the file, and which of the site are listed.
 * @param publications Newest first.
 * @param findSummary Returns the summary of an entry in the file.
 */
export function toPublicationEntries(
  raw: RawPublications = [],
  publications: readonly Publication[],
  findSummary: (index: number) => DatedEntry['summary'],
): CvPublications {
  const indices = new Map(
    raw.flatMap((item, i) => toMatchKeys(item.name, item.doi ?? item.url).map((key) => [key, i])),
  );
  const merged = new Set<number>();
  const entries = selectPublications(raw, publications).map((publication): DatedEntry => {
    const { title, href, year, venue, note, authors } = publication;
    const index = toMatchKeys(title.text, publication.doi)
      .map((key) => indices.get(key))
      .find((value) => value !== undefined);
    if (index !== undefined) merged.add(index);
    const isByOwnerOnly = authors.length === 1 && authors[0]?.isOwner;
    const names = isByOwnerOnly ? '' : authors.map(({ name }) => name).join(', ');
    const date = year === undefined ? {} : { start: { year }, end: { year } };
    return {
      period: date,
      state: toUndatedState(publication),
      what: addHref(title, href),
      where: names === '' ? [venue, note] : [toRichText(names), venue && toLowerIn(venue), note],
      summary: index === undefined ? undefined : findSummary(index),
    };
  });
  return { entries, merged };
}

/** Begins a venue such as "In *Proceedings*", which follows the names of its authors, in lower case. */
function toLowerIn({ html, text, ...rest }: RichText): RichText {
  return { ...rest, html: html.replace(/^In /, 'in '), text: text.replace(/^In /, 'in ') };
}

function selectPublications(raw: RawPublications, publications: readonly Publication[]) {
  const {
    entries = 'publications',
    from = 0,
    featured = false,
  } = raw.find(isSelection) ?? ({} as RawPublications[number]);
  if (entries === 'none') return [];
  return publications.filter(
    (publication) =>
      !publication.private &&
      !publication.draft &&
      (publication.year ?? Infinity) >= from &&
      (!featured || publication.featured),
  );
}

/** Returns whether an entry in the file selects publications of the site. */
function isSelection({ entries, from, featured }: RawPublications[number]): boolean {
  return entries !== undefined || from !== undefined || featured !== undefined;
}

/** Returns texts of which equal publications have at least one in common. */
function toMatchKeys(title = '', doi = ''): string[] {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const plainDoi = stripDoiPrefix(doi).toLowerCase();
  return [
    ...(plainDoi.startsWith('10.') ? [`doi ${plainDoi}`] : []),
    ...(words ? [`title ${words}`] : []),
  ];
}
