import { z } from 'zod';
import { optionalField } from './field.ts';
import { readLink } from './link.ts';
import { pageBasics } from './page-basics.ts';
import { pageBody } from './page-body.ts';
import { pageLinks } from './page-links.ts';
import { readFlag, readNames, readText } from './text.ts';
import { readWallTime } from './wall-time.ts';

/** What the front matter of a post may hold. */
export const postSchema = z
  .object({
    ...pageBasics,
    ...pageLinks,
    ...pageBody,
    authors: optionalField(readNames, {
      description: 'Who wrote it. Default: the owner of the site.',
      examples: [['Ada Example', 'me']],
    }),
    date: optionalField(readWallTime, {
      description:
        'The day of the post. Without publishDate, the page is left out before it. ' +
        'Default: the day with which the name begins, as in 2024-05-22-title.md; else undated, last in the list.',
      examples: ['2024-05-22', '2024-05-22T15:00'],
    }),
    venue: optionalField(readText, {
      description: 'Where it appeared first, if elsewhere: Markdown. Default: not said.',
      examples: ['*The Example*'],
    }),
    toc: optionalField(readFlag, {
      description: 'A table of contents above the text. Default: from four headings on.',
      examples: [true],
    }),
    image_preview: optionalField(readLink, {
      description: 'The picture, in the spelling of older themes; used where there is no other.',
    }),
  })
  .meta({
    title: 'post',
    description:
      'A title is required, and a date should be there. What it links to, its picture, its tags and ' +
      'its address are written as for a talk; these keys are its own or mean something else:',
  });

/** A post's front matter after reading: trimmed, with absent keys undefined. */
export type PostFrontMatter = z.output<typeof postSchema>;
