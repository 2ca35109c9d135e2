import { expect, test } from 'vitest';
import { groupChapters, toChapterSteps } from '../../../src/model/course/chapters.ts';
import type { Course } from '../../../src/model/course/course.ts';

const make = (slug: string, weight?: number): Course =>
  ({
    ...{ slug, href: `/teaching/${slug}/`, title: { html: slug, text: slug }, draft: false },
    ...{ hasMath: slug.includes('math'), ...(weight !== undefined && { weight }) },
  }) as Course;

const pages = [
  make('knots'),
  make('knots/b'),
  make('knots/a'),
  make('knots/last', 30),
  make('knots/guide/two', 1),
  make('knots/guide/deep/x'),
  make('knots/guide', 20),
  make('knots/guide/one', 2),
  make('knots/folder/one', 1),
  make('knots-2/a'),
  make('links/math'),
];

test('chapters are in the order of their weights, each before those below it', () => {
  const courses = groupChapters(pages);
  expect(courses.map(({ course }) => course?.slug)).toEqual(['knots', undefined, undefined]);
  expect(courses[0]?.chapters.map(({ slug }) => slug)).toEqual([
    ...['guide', 'guide/two', 'guide/one', 'guide/deep/x', 'last', 'a', 'b', 'folder/one'].map(
      (path) => `knots/${path}`,
    ),
  ]);
});

test('a chapter links to its course and to the chapters before and after it', () => {
  const steps = (slug: string) => {
    const chapters = groupChapters(pages).flatMap(toChapterSteps);
    const { steps } = chapters.find(({ chapter }) => chapter.slug === slug)!;
    const { course, previous, next, hasMath } = steps;
    return [course?.href, previous?.href, next?.href, hasMath];
  };
  const course = '/teaching/knots/';
  expect(steps('knots/guide')).toEqual([course, course, '/teaching/knots/guide/two/', false]);
  expect(steps('knots/last')).toEqual([
    ...[course, '/teaching/knots/guide/deep/x/', '/teaching/knots/a/', false],
  ]);
  expect(steps('knots/folder/one')).toEqual([course, '/teaching/knots/b/', undefined, false]);
  expect(steps('links/math')).toEqual([undefined, undefined, undefined, false]);
});
