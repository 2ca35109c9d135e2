import { z } from 'zod';
import { dateField } from './date-text.ts';
import { linkField } from './link.ts';
import { derivedTitleField, pageBasics, pageBody, pageLinks, weightField } from './page-keys.ts';
import { namesField, peopleField, textField } from './text.ts';

/** The schema of the front matter of a course. */
export const courseSchema = z
  .object({
    ...pageBasics,
    title: derivedTitleField,
    ...pageLinks,
    ...pageBody,
    linktitle: textField('A shorter title. Used only if title is Overview, as in older themes.'),
    authors: peopleField('The teachers. Default: none.', 'Ada Example', 'me'),
    terms: namesField(
      'The terms in which it is taught, as free text. Default: none.',
      'Autumn 2025',
    ),
    term: namesField('The same as terms.'),
    semester: namesField('The same as terms.'),
    date: dateField(
      'The first day. If terms contain no year, the course is listed under the year of this date. Default: undated.',
      '2025-09-22',
    ),
    date_end: dateField(
      'The last day. If it is given, the page shows the first and the last day. Default: none.',
      '2026-02-06',
    ),
    level: textField(
      'The level or audience; may contain Markdown. Default: none.',
      "Master's course",
    ),
    type: textField('The same as level, in academicpages.'),
    institution: textField(
      'Where it is taught; may contain Markdown. Default: none.',
      'University of Example',
    ),
    venue: textField('The same as institution, in academicpages.'),
    location: textField(
      'The town or the room; may contain Markdown. Default: none.',
      'Lecture hall 2',
    ),
    url_syllabus: linkField(
      'The syllabus: a file or a web address. Default: none.',
      'syllabus.pdf',
    ),
    weight: weightField(
      'The position among the courses of the same year, or among the chapters of a course. Those with a weight come first, in ascending order.',
      10,
    ),
  })
  .meta({
    title: 'course',
    description:
      'The file of a course with chapters is named `_index.md`; the chapters are the other texts in its ' +
      'folder, with the same keys. Links, image, tags and address are written as for a talk. These keys ' +
      'are specific to courses or have a different meaning:',
  });

/** The parsed front matter of a course: trimmed, with absent keys undefined. */
export type CourseFrontMatter = z.output<typeof courseSchema>;

/** Values of `type` that are layouts of other themes, not levels. */
export const layoutNames = /^(book|docs?|page|courses?|teaching|post|list|single|section)$/i;
