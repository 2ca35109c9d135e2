import { z } from 'zod';
import { optionalField } from './field.ts';
import { readLink } from './link.ts';
import { pageBasics } from './page-basics.ts';
import { pageBody } from './page-body.ts';
import { pageLinks } from './page-links.ts';
import { readNames, readText } from './text.ts';
import { readWallTime } from './wall-time.ts';
import { readWeight } from './weight.ts';

const text = (description: string, ...examples: string[]) =>
  optionalField(readText, { description, ...(examples.length > 0 && { examples }) });
const names = (description: string, ...examples: string[]) =>
  optionalField(readNames, { description, ...(examples.length > 0 && { examples: [examples] }) });

/** The schema of the front matter of a course. */
export const courseSchema = z
  .object({
    ...pageBasics,
    ...pageLinks,
    ...pageBody,
    linktitle: text('A shorter title. Used only if title is Overview, as in older themes.'),
    authors: names('The teachers. Default: none.', 'Ada Example', 'me'),
    terms: names('The terms in which it is taught, as free text. Default: none.', 'Autumn 2025'),
    term: names('The same as terms.'),
    semester: names('The same as terms.'),
    date: optionalField(readWallTime, {
      description:
        'The first day. If terms contain no year, the course is listed under the year of this date. Default: undated.',
      examples: ['2025-09-22'],
    }),
    date_end: optionalField(readWallTime, {
      description:
        'The last day. If it is given, the page shows the first and the last day. Default: none.',
      examples: ['2026-02-06'],
    }),
    level: text('The level or audience; may contain Markdown. Default: none.', "Master's course"),
    type: text('The same as level, in academicpages.'),
    institution: text(
      'Where it is taught; may contain Markdown. Default: none.',
      'University of Example',
    ),
    venue: text('The same as institution, in academicpages.'),
    location: text('The town or the room; may contain Markdown. Default: none.', 'Lecture hall 2'),
    url_syllabus: optionalField(readLink, {
      description: 'The syllabus: a file or a web address. Default: none.',
      examples: ['syllabus.pdf'],
    }),
    weight: optionalField(readWeight, {
      description:
        'The position among the courses of the same year. Courses with a weight come first, in ascending order.',
      examples: [10],
    }),
  })
  .meta({
    title: 'course',
    description:
      'A title is required. In older themes a course is a folder with an `_index.md` file, which is read ' +
      'like `index.md`. Links, image, tags and address are written as for a talk. These keys are ' +
      'specific to courses or have a different meaning:',
  });

/** The parsed front matter of a course: trimmed, with absent keys undefined. */
export type CourseFrontMatter = z.output<typeof courseSchema>;

/** Values of `type` that are layouts of other themes, not levels. */
export const layoutNames = /^(book|docs?|page|courses?|teaching|post|list|single|section)$/i;
