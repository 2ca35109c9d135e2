import { describe, expect, it } from 'vitest';
import { toCourseTexts, sortCourses, toCourse } from '../../../src/model/course/course.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { courseSchema } from '../../../src/schema/course.ts';
import { createFileFinder } from '../../helpers/make/talk.ts';

const site = {
  owner: 'Ada Example',
  timezone: 'Europe/Vienna',
  z: 'utc' as const,
  addresses: createAddresses('/sub'),
};

function make(keys: Record<string, unknown> = {}, slug = 'course') {
  const frontMatter = courseSchema.parse({ title: 'T', ...keys });
  const texts = Object.fromEntries(
    toCourseTexts(frontMatter).map(({ name, value }) => [name, { html: value, text: value }]),
  );
  const source = { slug, frontMatter, texts, hasBody: false, hasMath: false, hasPlayer: false };
  return toCourse({ ...source, findFile: createFileFinder('s.pdf') }, site);
}

describe('the year of a course', () => {
  it.each([
    [{ terms: ['Autumn 2023', 'Autumn 2025'], date: '2021-01-01' }, 2025],
    [{ semester: 'SS 2019' }, 2019],
    [{ term: 'every autumn', date: '2021-01-01' }, 2021],
    [{ term: 'Room 1500' }, undefined],
    [{}, undefined],
  ])('of %j is %s', (keys, year) => {
    expect(make(keys).year).toBe(year);
  });
});

it('sortCourses sorts by year, then weight, then date; courses without a year are last', () => {
  const courses = [
    make({}, 'undated'),
    make({ term: 'Spring 2024' }, 'spring'),
    make({ date: '2024-09-01' }, 'later'),
    make({ date: '2024-02-01' }, 'earlier'),
    make({ date: '2024-01-01', weight: 5 }, 'first'),
    make({ term: '2025' }, 'newest'),
  ];
  const order = ['newest', 'first', 'later', 'earlier', 'spring', 'undated'];
  expect(sortCourses(courses).map(({ slug }) => slug)).toEqual(order);
});

describe('front matter of older themes', () => {
  it('has the level, institution and place of academicpages', () => {
    const course = make({ type: 'Undergraduate course', venue: 'U', location: 'Town' });
    expect(course).toMatchObject({
      level: { text: 'Undergraduate course' },
      institution: { text: 'U' },
      location: { text: 'Town' },
    });
  });

  it.each(['book', 'docs', 'page'])('has no level from the layout type %s', (type) => {
    expect(make({ type }).level).toBeUndefined();
  });

  it('has the title of the link for an overview', () => {
    expect(make({ title: 'Overview', linktitle: 'Knots' }).title.text).toBe('Knots');
    expect(make({ title: 'Knots and links', linktitle: 'Knots' }).title.text).toBe(
      'Knots and links',
    );
  });
});

it('a course has its period if both days are known, and its syllabus as the first link', () => {
  expect(make({ date: '2025-09-22' }).when).toBeUndefined();
  expect(make({ date: '2025-09-22', date_end: '2026-02-06' }).when).toMatchObject({
    start: { month: 9 },
    end: { year: 2026 },
    allDay: true,
  });
  const { links } = make({ url_syllabus: 's.pdf', url_code: 'https://a.example/code' });
  expect(links.map(({ label, href }) => [label, href])).toEqual([
    ['Syllabus', '/s.pdf'],
    ['Code', 'https://a.example/code'],
  ]);
});
