import type { RawCv } from '../../schema/cv.ts';
import { isMap } from '../../schema/describe.ts';
import type { KeyPath } from '../../schema/finding.ts';
import type { Addresses } from '../page/addresses.ts';
import { stripDoiPrefix } from '../page/doi.ts';
import type { RichText } from '../page/page-texts.ts';
import {
  type CvEntry,
  type CvText,
  type DatedEntry,
  joinTexts,
  addHref,
  markAsName,
  toEntries,
  toCvHref,
  wrapText,
} from './cv-entry.ts';

/** A CV for its page. */
export interface Cv {
  summary?: RichText;
  /** In the order of the page; none is empty. */
  sections: CvSection[];
}

interface CvSection {
  /** The id of the section on its page: `education`. */
  id: string;
  title: string;
  entries: CvEntry[];
}

/** The sections of a CV, by the ids that they have on its page. */
export const cvSectionTitles = [
  ['work', 'Positions'],
  ['education', 'Education'],
  ['awards', 'Awards'],
  ['publications', 'Publications'],
  ['talks', 'Talks'],
  ['projects', 'Projects'],
  ['volunteer', 'Service'],
  ['certificates', 'Certificates'],
  ['languages', 'Languages'],
  ['skills', 'Skills'],
  ['interests', 'Interests'],
  ['references', 'References'],
] as const;

/**
 * Returns the CV that a file describes.
 * @param talks Its entries of talks: see `toTalkEntries`.
 * @param publications Its entries of publications of the site: see `toPublicationEntries`.
 */
export function toCv(
  rawCv: RawCv,
  texts: CvTexts,
  talks: CvEntry[],
  site: CvSite,
  publications: SitePublications = { entries: [], merged: new Set() },
): Cv {
  const entries = { ...toSectionEntries(rawCv, texts, site, publications), talks };
  const summary = texts['basics.summary'];
  return {
    ...(summary && { summary }),
    sections: cvSectionTitles
      .map(([id, title]) => ({ id, title, entries: entries[id] }))
      .filter((section) => section.entries.length > 0),
  };
}

/** The rendered texts of a CV by their names. */
export type CvTexts = Readonly<Record<string, RichText>>;

/** Entries of the site, and the indices of those in the file that they replace. */
interface SitePublications {
  entries: readonly DatedEntry[];
  merged: ReadonlySet<number>;
}

/** What a CV needs from the site. */
export interface CvSite {
  language: string;
  addresses: Addresses;
}

type SectionKey = Exclude<keyof RawCv, 'basics' | 'talks' | '$schema' | 'meta'>;
type SectionItem<K extends SectionKey> = NonNullable<RawCv[K]>[number];
/** Finds a rendered text of one entry by its key. */
type FindEntryText = (key: string, ...rest: number[]) => RichText | undefined;

/** Returns the entries of the sections in the file, by their keys. */
function toSectionEntries(
  cv: RawCv,
  texts: CvTexts,
  site: CvSite,
  sitePublications: SitePublications,
) {
  const list = <K extends SectionKey>(
    key: K,
    toEntry: (
      item: SectionItem<K>,
      findText: FindEntryText,
      index: number,
    ) => EntryDraft | undefined,
    more: readonly DatedEntry[] = [],
  ) =>
    toEntries(
      (cv[key] ?? [])
        .flatMap((item, i): DatedEntry[] => {
          const findText: FindEntryText = (...path) => texts[toCvTextName([key, i, ...path])];
          const draft = toEntry(item as SectionItem<K>, findText, i);
          if (!draft) return [];
          const { what, ...entry } = draft;
          const count = 'highlights' in item ? (item.highlights?.length ?? 0) : 0;
          const highlights = Array.from({ length: count }, (_, n) => findText('highlights', n));
          return [{ what: what ?? emptyText, summary: findText('summary'), highlights, ...entry }];
        })
        .concat(more),
      site.language,
    );
  const href = (url: string | undefined) => toCvHref(url, site.addresses);
  const joinList = (t: FindEntryText, key: string, items: readonly string[] = []) =>
    joinTexts(
      items.map((_, i) => t(key, i)),
      ', ',
    );
  const withNote = (text: RichText | undefined, note: RichText | undefined) =>
    text && note ? joinTexts([text, wrapText('(', note, ')')], ' ') : text;

  return {
    work: list('work', ({ url, startDate, endDate }, t) => {
      const organisation = toNameText(t('name'), href(url));
      const period = { start: startDate, end: endDate };
      if (!t('position'))
        return { period, what: organisation, where: [t('description'), t('location')] };
      return {
        period,
        what: t('position'),
        where: [organisation, t('description'), t('location')],
      };
    }),
    education: list('education', ({ url, startDate, endDate, courses }, t) => {
      const organisation = toNameText(t('institution'), href(url));
      const degree = joinTexts([t('studyType'), t('area')], ', ');
      const courseList = joinList(t, 'courses', courses);
      return {
        period: { start: startDate, end: endDate },
        what: degree ?? organisation,
        where: [degree && organisation, t('score')],
        highlights: [courseList && wrapText('Courses: ', courseList)],
      };
    }),
    awards: list('awards', ({ url, date }, t) => ({
      period: { start: date, end: date },
      what: toLinkText(t('title'), href(url)),
      where: [toNameText(t('awarder'))],
    })),
    publications: list(
      'publications',
      ({ url, doi, releaseDate }, t, i) => {
        const name = t('name');
        if (!name || sitePublications.merged.has(i)) return undefined;
        const target = href(url) ?? (doi && `https://doi.org/${stripDoiPrefix(doi)}`);
        return {
          period: { start: releaseDate, end: releaseDate },
          what: toLinkText(name, target),
          where: [toNameText(t('publisher'))],
        };
      },
      sitePublications.entries,
    ),
    projects: list('projects', ({ url, startDate, endDate, roles }, t) => ({
      period: { start: startDate, end: endDate },
      what: toLinkText(t('name'), href(url)),
      where: [toNameText(t('entity')), joinList(t, 'roles', roles)],
      summary: t('description'),
    })),
    volunteer: list('volunteer', ({ url, startDate, endDate }, t) => {
      const organisation = toNameText(t('organization'), href(url));
      const period = { start: startDate, end: endDate };
      return {
        period,
        what: t('position') ?? organisation,
        where: [t('position') && organisation],
      };
    }),
    certificates: list('certificates', ({ url, date }, t) => ({
      period: { start: date, end: date },
      what: toLinkText(t('name'), href(url)),
      where: [toNameText(t('issuer'))],
    })),
    skills: list('skills', ({ keywords }, t) =>
      toNamedEntry(
        t('name'),
        withNote(joinList(t, 'keywords', keywords), t('level')) ?? t('level'),
      ),
    ),
    languages: list('languages', (_, t) => toNamedEntry(t('language'), t('fluency'))),
    interests: list('interests', ({ keywords }, t) =>
      toNamedEntry(t('name'), joinList(t, 'keywords', keywords)),
    ),
    references: list('references', (_, t) => ({ what: t('name'), summary: t('reference') })),
  } satisfies Record<SectionKey, CvEntry[]>;
}

/** An entry that may lack its main text. The schema does not accept such an entry. */
type EntryDraft = Omit<DatedEntry, 'what'> & { what: CvText | undefined };

/** Returns an entry with a name in place of a date. A name alone is the main text. */
function toNamedEntry(name: RichText | undefined, what: RichText | undefined): EntryDraft {
  return what ? { name, what } : { what: name };
}

const emptyText: RichText = { html: '', text: '' };

function toNameText(text: RichText | undefined, href?: string): CvText | undefined {
  return text && addHref(markAsName(text), href);
}

function toLinkText(text: RichText | undefined, href: string | undefined): CvText | undefined {
  return text && addHref(text, href);
}

/** A text of a CV as written. */
export interface RawCvText {
  path: KeyPath;
  value: string;
  /** A `line` may contain Markdown; a `title`, which is a name, only emphasis and formulas. */
  kind: 'line' | 'title';
}

/** Keys whose texts may contain inline Markdown. */
const lineKeys = new Set(['summary', 'highlights', 'description', 'reference']);
/** Keys whose values are not texts, or are not shown. */
const skippedKeys = new Set([
  'url',
  'doi',
  'entries',
  'talks',
  'endDate',
  'email',
  'phone',
  'location',
  'profiles',
  'image',
]);

/** Returns all texts of a CV that its page shows and that may contain formulas. */
export function toRawCvTexts(cv: RawCv): RawCvText[] {
  return collectTexts(cv, [], 'title');
}

/** Returns the name of a text among the rendered ones. */
export function toCvTextName(path: KeyPath): string {
  return path.join('.');
}

function collectTexts(value: unknown, path: KeyPath, kind: RawCvText['kind']): RawCvText[] {
  if (typeof value === 'string') return [{ path, value, kind }];
  if (Array.isArray(value))
    return value.flatMap((item, i) => collectTexts(item, [...path, i], kind));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (skippedKeys.has(key) && !(key === 'location' && path[0] === 'work')) return [];
    return collectTexts(inner, [...path, key], lineKeys.has(key) ? 'line' : kind);
  });
}
