import type { WrittenCv } from '../../schema/cv.ts';
import { isMap } from '../../schema/describe.ts';
import type { KeyPath } from '../../schema/finding.ts';
import type { Addresses } from '../page/addresses.ts';
import type { RichText } from '../page/page-texts.ts';
import {
  type CvEntry,
  type CvText,
  type DatedEntry,
  joinTexts,
  withHref,
  asName,
  toEntries,
  toCvHref,
  wrapText,
} from './cv-entry.ts';

/** A CV as its page shows it. */
export interface Cv {
  summary?: RichText;
  /** In their order; none is empty. */
  sections: CvSection[];
}

interface CvSection {
  /** Names the section in its page: `education`. */
  id: string;
  title: string;
  entries: CvEntry[];
}

const titles = [
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
 */
export function toCv(written: WrittenCv, texts: CvTexts, talks: CvEntry[], site: CvSite): Cv {
  const entries = { ...toSectionEntries(written, texts, site), talks };
  const summary = texts['basics.summary'];
  return {
    ...(summary && { summary }),
    sections: titles
      .map(([id, title]) => ({ id, title, entries: entries[id] }))
      .filter((section) => section.entries.length > 0),
  };
}

/** The texts of a CV, rendered, by their names. */
export type CvTexts = Readonly<Record<string, RichText>>;

/** What a CV takes from its site. */
export interface CvSite {
  language: string;
  addresses: Addresses;
}

type Key = Exclude<keyof WrittenCv, 'basics' | 'talks' | '$schema' | 'meta'>;
type Item<K extends Key> = NonNullable<WrittenCv[K]>[number];
/** The rendered texts of one entry, by the key they stand under. */
type Texts = (key: string, ...rest: number[]) => RichText | undefined;

/** The entries of the sections that the author wrote, by their keys. */
function toSectionEntries(cv: WrittenCv, texts: CvTexts, site: CvSite) {
  const list = <K extends Key>(key: K, toEntry: (item: Item<K>, texts: Texts) => Untitled) =>
    toEntries(
      (cv[key] ?? []).map((item, i) => {
        const own: Texts = (...path) => texts[cvTextName([key, i, ...path])];
        const { what, ...entry } = toEntry(item as Item<K>, own);
        const count = 'highlights' in item ? (item.highlights?.length ?? 0) : 0;
        const highlights = Array.from({ length: count }, (_, n) => own('highlights', n));
        return { what: what ?? nothing, summary: own('summary'), highlights, ...entry };
      }),
      site.language,
    );
  const href = (url: string | undefined) => toCvHref(url, site.addresses);
  const all = (t: Texts, key: string, of: readonly string[] = []) =>
    joinTexts(
      of.map((_, i) => t(key, i)),
      ', ',
    );
  const withNote = (text: RichText | undefined, note: RichText | undefined) =>
    text && note ? joinTexts([text, wrapText('(', note, ')')], ' ') : text;

  return {
    work: list('work', ({ url, startDate, endDate }, t) => {
      const at = name(t('name'), href(url));
      const period = { start: startDate, end: endDate };
      if (!t('position')) return { period, what: at, where: [t('description'), t('location')] };
      return { period, what: t('position'), where: [at, t('description'), t('location')] };
    }),
    education: list('education', ({ url, startDate, endDate, courses }, t) => {
      const at = name(t('institution'), href(url));
      const degree = joinTexts([t('studyType'), t('area')], ', ');
      const taken = all(t, 'courses', courses);
      return {
        period: { start: startDate, end: endDate },
        what: degree ?? at,
        where: [degree && at, t('score')],
        highlights: [taken && wrapText('Courses: ', taken)],
      };
    }),
    awards: list('awards', ({ url, date }, t) => ({
      period: { start: date, end: date },
      what: link(t('title'), href(url)),
      where: [name(t('awarder'))],
    })),
    publications: list('publications', ({ url, releaseDate }, t) => ({
      period: { start: releaseDate, end: releaseDate },
      what: link(t('name'), href(url)),
      where: [name(t('publisher'))],
    })),
    projects: list('projects', ({ url, startDate, endDate, roles }, t) => ({
      period: { start: startDate, end: endDate },
      what: link(t('name'), href(url)),
      where: [name(t('entity')), all(t, 'roles', roles)],
      summary: t('description'),
    })),
    volunteer: list('volunteer', ({ url, startDate, endDate }, t) => {
      const at = name(t('organization'), href(url));
      const period = { start: startDate, end: endDate };
      return { period, what: t('position') ?? at, where: [t('position') && at] };
    }),
    certificates: list('certificates', ({ url, date }, t) => ({
      period: { start: date, end: date },
      what: link(t('name'), href(url)),
      where: [name(t('issuer'))],
    })),
    skills: list('skills', ({ keywords }, t) =>
      beside(t('name'), withNote(all(t, 'keywords', keywords), t('level')) ?? t('level')),
    ),
    languages: list('languages', (_, t) => beside(t('language'), t('fluency'))),
    interests: list('interests', ({ keywords }, t) =>
      beside(t('name'), all(t, 'keywords', keywords)),
    ),
    references: list('references', (_, t) => ({ what: t('name'), summary: t('reference') })),
  } satisfies Record<Key, CvEntry[]>;
}

/** An entry whose first words may be missing, although the schema sees to it that they are not. */
type Untitled = Omit<DatedEntry, 'what'> & { what: CvText | undefined };

/** A name, and beside it what belongs to it; a name alone is all there is to say. */
function beside(name: RichText | undefined, what: RichText | undefined): Untitled {
  return what ? { name, what } : { what: name };
}

const nothing: RichText = { html: '', text: '' };

function name(text: RichText | undefined, href?: string): CvText | undefined {
  return text && withHref(asName(text), href);
}

function link(text: RichText | undefined, href: string | undefined): CvText | undefined {
  return text && withHref(text, href);
}

/** A text of a CV as it was written. */
export interface RawCvText {
  path: KeyPath;
  value: string;
  /** A `line` may hold Markdown; a `work`, the name of something, emphasis and formulas. */
  kind: 'line' | 'work';
}

/** Keys whose texts may hold all of Markdown that fits a line. */
const lines = new Set(['summary', 'highlights', 'description', 'reference']);
/** Keys whose values are no texts to be read, and those of which nothing is shown. */
const passedOver = new Set([
  'url',
  'talks',
  'endDate',
  'email',
  'phone',
  'location',
  'profiles',
  'image',
]);

/** All texts of a CV that a page shows and that may hold formulas. */
export function rawCvTexts(cv: WrittenCv): RawCvText[] {
  return textsIn(cv, [], 'work');
}

/** The name of a text among those that were rendered. */
export function cvTextName(path: KeyPath): string {
  return path.join('.');
}

function textsIn(value: unknown, path: KeyPath, kind: RawCvText['kind']): RawCvText[] {
  if (typeof value === 'string') return [{ path, value, kind }];
  if (Array.isArray(value)) return value.flatMap((item, i) => textsIn(item, [...path, i], kind));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (passedOver.has(key) && !(key === 'location' && path[0] === 'work')) return [];
    return textsIn(inner, [...path, key], lines.has(key) ? 'line' : kind);
  });
}
