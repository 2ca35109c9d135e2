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

/** What the front matter of a course may hold. */
export const courseSchema = z
  .object({
    ...pageBasics,
    ...pageLinks,
    ...pageBody,
    linktitle: text(
      'A shorter title. It is the title where title says Overview, as older themes had it.',
    ),
    authors: names('Who teaches it. Default: nobody is named.', 'Ada Example', 'me'),
    terms: names('When it is or was taught, in words: one term or several.', 'Autumn 2025'),
    term: names('The same as terms.'),
    semester: names('The same as terms.'),
    date: optionalField(readWallTime, {
      description:
        'Its first day. The year stands above it in the list where terms name none. Default: undated.',
      examples: ['2025-09-22'],
    }),
    date_end: optionalField(readWallTime, {
      description: 'Its last day; both are shown on its page. Default: neither is.',
      examples: ['2026-02-06'],
    }),
    level: text('For whom it is: Markdown. Default: not said.', "Master's course"),
    type: text('The level, in the spelling of academicpages.'),
    institution: text('Where it is taught: Markdown. Default: not said.', 'University of Example'),
    venue: text('The institution, in the spelling of academicpages.'),
    location: text('The town, or the room: Markdown. Default: not said.', 'Lecture hall 2'),
    url_syllabus: optionalField(readLink, {
      description: 'The syllabus: a file or a web address. Default: none.',
      examples: ['syllabus.pdf'],
    }),
    weight: optionalField(readWeight, {
      description: 'Its place among those of its year: with a weight first, the least on top.',
      examples: [10],
    }),
  })
  .meta({
    title: 'course',
    description:
      'A title is required. A course of older themes is a folder with an `_index.md`, which is read ' +
      'as `index.md` is. What it links to, its picture, its tags and its address are written as for a ' +
      'talk; these keys are its own or mean something else:',
  });

/** A course's front matter after reading: trimmed, with absent keys undefined. */
export type CourseFrontMatter = z.output<typeof courseSchema>;

/** Values of `type` that name a layout of other themes, not a level. */
export const layoutNames = /^(book|docs?|page|courses?|teaching|post|list|single|section)$/i;
