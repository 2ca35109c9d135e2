import { compareText, compareWeights } from '../page/lists.ts';
import type { RichText } from '../page/page-texts.ts';
import type { Course } from './course.ts';

/** An entry of the list of the chapters of a course. */
export interface ChapterEntry {
  href: string;
  title: RichText;
  draft: boolean;
  hasMath: boolean;
  /** 1 for a chapter directly below the course, 2 for one below that. */
  level: number;
}

/** Where a chapter is in its course. */
export interface ChapterSteps {
  course?: ChapterEntry;
  previous?: ChapterEntry;
  next?: ChapterEntry;
  /** One of their titles may contain a formula. */
  hasMath: boolean;
}

/** Returns whether a page is a chapter of a course. */
export function isChapter({ slug }: Pick<Course, 'slug'>): boolean {
  return slug.includes('/');
}

/** A course with its chapters. */
export interface CourseChapters {
  /** Undefined if chapters have no course. */
  course?: Course;
  /** In the order of reading. */
  chapters: Course[];
}

/**
 * Groups pages by course. The chapters are in the order of reading: each before the chapters below it, those beside each
 * other by weight, those without a weight last and by name.
 */
export function groupChapters(pages: readonly Course[]): CourseChapters[] {
  const groups = Map.groupBy(pages, ({ slug }) => slug.split('/')[0]);
  return [...groups.values()].map((group) => {
    const course = group.find((page) => !isChapter(page));
    return { ...(course && { course }), chapters: sortChapters(group.filter(isChapter)) };
  });
}

function sortChapters(chapters: readonly Course[]): Course[] {
  const bySlug = new Map(chapters.map((page) => [page.slug, page]));
  return chapters.toSorted((a, b) => {
    const [parts, others] = [a.slug.split('/'), b.slug.split('/')];
    const level = parts.findIndex((part, i) => part !== others[i]);
    if (level === -1) return -1;
    if (others[level] === undefined) return 1;
    const find = (names: readonly string[]) =>
      bySlug.get(names.slice(0, level + 1).join('/')) ?? {};
    return compareWeights(find(parts), find(others)) || compareText(parts[level]!, others[level]);
  });
}

/** Returns the chapters of a course, each with its course and its neighbours. The first one follows its course. */
export function toChapterSteps({
  course,
  chapters,
}: CourseChapters): { chapter: Course; steps: ChapterSteps }[] {
  return chapters.map((chapter, i) => {
    const [previous, next] = [chapters[i - 1] ?? course, chapters[i + 1]];
    const steps = {
      ...(course && { course: toChapterEntry(course) }),
      ...(previous && { previous: toChapterEntry(previous) }),
      ...(next && { next: toChapterEntry(next) }),
      hasMath: [course, previous, next].some((page) => page?.hasMath),
    };
    return { chapter, steps };
  });
}

/** Returns the entry of a page in the list of the chapters of its course. */
export function toChapterEntry({ href, title, draft, hasMath, slug }: Course): ChapterEntry {
  return { href, title, draft, hasMath, level: slug.split('/').length - 1 };
}
