import { layoutNames, type CourseFrontMatter } from '../../schema/course.ts';
import { toAuthors, type Author } from '../page/author.ts';
import { toDeckLinks, type FindFile, toPageLinks } from '../page/page-links.ts';
import type { PageLink } from '../page/link.ts';
import { compareDates, compareText, compareWeights } from '../page/lists.ts';
import { toPage, type Page, type PageSite, type PageSource } from '../page/page.ts';
import { firstText, pageTexts, type RichText, type RawText } from '../page/page-texts.ts';
import { rawTags } from '../page/tags.ts';
import { toWhen, type When, toInstant } from '../page/when.ts';
import { rawLinks, type RawLink } from '../page/raw-links.ts';

export interface Course extends Page {
  /** Who teaches it, as far as anybody is named. */
  authors: Author[];
  /** In the author's words: `Autumn 2025`. */
  terms: string[];
  /** From its first to its last day, where both are known. */
  when?: When;
  /** The year it stands under: of its latest term, else of its first day. */
  year?: number;
  /** Its first day, for the order alone, in milliseconds since 1970. */
  dated?: number;
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

/** The whole meaning of one course's file. */
export function toCourse(source: CourseSource, site: PageSite): Course {
  const { frontMatter: fm, texts, findFile } = source;
  const { level, institution, location } = texts;
  const isNamed = fm.authors !== undefined || fm.author !== undefined;
  const terms = [...(fm.terms ?? []), ...(fm.term ?? []), ...(fm.semester ?? [])];
  const years = terms.flatMap((term) => term.match(/\b(?:19|20)\d\d\b/g) ?? []).map(Number);
  const year = years.length > 0 ? Math.max(...years) : fm.date?.year;
  const days = { end: fm.date_end, allDay: true, zone: site.timezone, z: site.z };
  return {
    ...toPage(source, 'teaching', site),
    authors: isNamed ? toAuthors(fm, site) : [],
    terms,
    ...(fm.date && fm.date_end && { when: toWhen({ start: fm.date, ...days }) }),
    ...(year !== undefined && { year }),
    ...(fm.date && { dated: toInstant(fm.date, site) }),
    ...(fm.weight !== undefined && { weight: fm.weight }),
    ...(level && { level }),
    ...(institution && { institution }),
    ...(location && { location }),
    links: toPageLinks(courseLinks(fm), findFile, toDeckLinks(fm, site.findDeck)),
    tags: rawTags(fm),
  };
}

/** By year, the latest first and what has none last; within a year by weight, then by day. */
export function sortCourses(courses: readonly Course[]): Course[] {
  return [...courses].sort(
    (a, b) =>
      (b.year ?? 0) - (a.year ?? 0) ||
      compareWeights(a, b) ||
      compareDates(a, b) ||
      compareText(a.slug, b.slug),
  );
}

/** The syllabus, then what any page links to. */
export function courseLinks(course: CourseFrontMatter): RawLink[] {
  const { url_syllabus: url } = course;
  const syllabus: RawLink[] = url
    ? [{ path: ['url_syllabus'], kind: 'pdf', label: 'Syllabus', url }]
    : [];
  return [...syllabus, ...rawLinks(course)];
}

/** The texts of a course. */
export function courseTexts(course: CourseFrontMatter): RawText[] {
  const { title, linktitle, type } = course;
  const isOverview = /^overview$/i.test(title) && linktitle !== undefined;
  const level = { ...course, type: type && layoutNames.test(type) ? undefined : type };
  return [
    ...pageTexts(course).filter(({ name }) => name !== 'title'),
    ...firstText(course, 'title', 'title', [isOverview ? 'linktitle' : 'title']),
    ...firstText(level, 'level', 'line', ['level', 'type']),
    ...firstText(course, 'institution', 'line', ['institution', 'venue']),
    ...firstText(course, 'location', 'line'),
  ];
}

/** Courses under their years, in their order. */
export function coursesByYear(courses: readonly Course[]): { year?: number; courses: Course[] }[] {
  const years = Map.groupBy(courses, ({ year }) => year);
  return [...years].map(([year, found]) => ({
    ...(year !== undefined && { year }),
    courses: found,
  }));
}
