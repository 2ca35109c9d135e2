import { layoutNames, type CourseFrontMatter } from '../../schema/course.ts';
import { toAuthors, type Author } from '../page/author.ts';
import { toDeckLinks, type FindFile, toPageLinks } from '../page/page-links.ts';
import type { PageLink } from '../page/link.ts';
import { compareDates, compareText, compareWeights } from '../page/lists.ts';
import { toPage, type Page, type PageSite, type PageSource } from '../page/page.ts';
import { pickText, toPageTexts, type RichText, type RawText } from '../page/page-texts.ts';
import { toRawTags } from '../page/tags.ts';
import { toWhen, type When, toInstant } from '../page/when.ts';
import { toRawLinks, type RawLink } from '../page/raw-links.ts';

export interface Course extends Page {
  /** The teachers; empty if the file names nobody. */
  authors: Author[];
  /** As written: `Autumn 2025`. */
  terms: string[];
  /** From its first to its last day, if both are known. */
  when?: When;
  /** Its year in the list: that of its latest term, or else of its first day. */
  year?: number;
  /** Its first day, for sorting, in milliseconds since 1970. */
  sortDate?: number;
  weight?: number;
  level?: RichText;
  institution?: RichText;
  location?: RichText;
  links: PageLink[];
  tags: string[];
}

export interface CourseSource extends PageSource {
  frontMatter: CourseFrontMatter;
  findFile: FindFile;
}

/** Converts the file of a course. */
export function toCourse(source: CourseSource, site: PageSite): Course {
  const { frontMatter: fm, texts, findFile } = source;
  const { level, institution, location } = texts;
  const hasAuthors = fm.authors !== undefined || fm.author !== undefined;
  const terms = [...(fm.terms ?? []), ...(fm.term ?? []), ...(fm.semester ?? [])];
  const years = terms.flatMap((term) => term.match(/\b(?:19|20)\d\d\b/g) ?? []).map(Number);
  const year = years.length > 0 ? Math.max(...years) : fm.date?.year;
  const days = { end: fm.date_end, allDay: true, zone: site.timezone, z: site.z };
  return {
    ...toPage(source, 'teaching', site),
    authors: hasAuthors ? toAuthors(fm, site) : [],
    terms,
    ...(fm.date && fm.date_end && { when: toWhen({ start: fm.date, ...days }) }),
    ...(year !== undefined && { year }),
    ...(fm.date && { sortDate: toInstant(fm.date, site) }),
    ...(fm.weight !== undefined && { weight: fm.weight }),
    ...(level && { level }),
    ...(institution && { institution }),
    ...(location && { location }),
    links: toPageLinks(toRawCourseLinks(fm), findFile, toDeckLinks(fm, site.findDeck)),
    tags: toRawTags(fm),
  };
}

/** Sorts courses: by year, the latest first, those without a year last; then by weight and by date. */
export function sortCourses(courses: readonly Course[]): Course[] {
  return [...courses].sort(
    (a, b) =>
      (b.year ?? 0) - (a.year ?? 0) ||
      compareWeights(a, b) ||
      compareDates(a, b) ||
      compareText(a.slug, b.slug),
  );
}

/** Returns all links of a course, the syllabus first. */
export function toRawCourseLinks(course: CourseFrontMatter): RawLink[] {
  const { url_syllabus: url } = course;
  const syllabus: RawLink[] = url
    ? [{ path: ['url_syllabus'], kind: 'pdf', label: 'Syllabus', url }]
    : [];
  return [...syllabus, ...toRawLinks(course)];
}

/** Returns the texts of a course. */
export function toCourseTexts(course: CourseFrontMatter): RawText[] {
  const { title, linktitle, type } = course;
  const isOverview = /^overview$/i.test(title) && linktitle !== undefined;
  const levelSource = { ...course, type: type && layoutNames.test(type) ? undefined : type };
  return [
    ...toPageTexts(course).filter(({ name }) => name !== 'title'),
    ...pickText(course, 'title', 'title', [isOverview ? 'linktitle' : 'title']),
    ...pickText(levelSource, 'level', 'line', ['level', 'type']),
    ...pickText(course, 'institution', 'line', ['institution', 'venue']),
    ...pickText(course, 'location', 'line'),
  ];
}

/** Groups courses by year, in their order. */
export function groupCoursesByYear(
  courses: readonly Course[],
): { year?: number; courses: Course[] }[] {
  const years = Map.groupBy(courses, ({ year }) => year);
  return [...years].map(([year, yearCourses]) => ({
    ...(year !== undefined && { year }),
    courses: yearCourses,
  }));
}
