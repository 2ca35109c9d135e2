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

/**
 * Returns the chapters of a course in the order of reading: each before the chapters below it, those beside each other
 * by weight, those without a weight last and by name.
 */
export function listChapters(pages: readonly Course[], course: Pick<Course, 'slug'>): Course[] {
  const bySlug = new Map(pages.map((page) => [page.slug, page]));
  const chapters = pages.filter(({ slug }) => slug.startsWith(`${course.slug}/`));
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

/** Returns the course of a chapter, and the chapters before and after it. The first one follows its course. */
export function toChapterSteps(pages: readonly Course[], chapter: Course): ChapterSteps {
  const courseSlug = chapter.slug.split('/')[0] ?? '';
  const course = pages.find(({ slug }) => slug === courseSlug);
  const sequence = [...(course ? [course] : []), ...listChapters(pages, { slug: courseSlug })];
  const index = sequence.findIndex(({ slug }) => slug === chapter.slug);
  const [previous, next] = [sequence[index - 1], sequence[index + 1]];
  return {
    ...(course && { course: toChapterEntry(course) }),
    ...(previous && { previous: toChapterEntry(previous) }),
    ...(next && { next: toChapterEntry(next) }),
    hasMath: [course, previous, next].some((page) => page?.hasMath),
  };
}

/** Returns the entry of a page in the list of the chapters of its course. */
export function toChapterEntry({ href, title, draft, hasMath, slug }: Course): ChapterEntry {
  return { href, title, draft, hasMath, level: slug.split('/').length - 1 };
}
