import { courseLinks, courseTexts } from '../../model/course/course.ts';
import { courseSchema, type CourseFrontMatter } from '../../schema/course.ts';
import { plainSection } from './plain-section.ts';
import type { Section } from './section.ts';

/** `content/teaching/`. */
export const courseSection: Section<CourseFrontMatter> = {
  ...plainSection({
    name: 'teaching',
    noun: 'course',
    schema: courseSchema,
    linksOf: courseLinks,
  }),
  branches: true,
  texts: courseTexts,
  highlights: true,
};
