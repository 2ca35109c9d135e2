import { z } from 'zod';
import { optionalField } from './field.ts';
import { readLink } from './link.ts';
import { pageBasics } from './page-basics.ts';
import { pageBody } from './page-body.ts';
import { pageLinks } from './page-links.ts';
import { readFlag, readNames, readText } from './text.ts';
import { readWallTime } from './wall-time.ts';

/** The schema of the front matter of a post. */
export const postSchema = z
  .object({
    ...pageBasics,
    ...pageLinks,
    ...pageBody,
    authors: optionalField(readNames, {
      description: 'The authors. Default: the owner of the site.',
      examples: [['Ada Example', 'me']],
    }),
    date: optionalField(readWallTime, {
      description:
        'The date of the post. Without publishDate, the post is not published before this date. ' +
        'Default: the date at the start of the file name, as in 2024-05-22-title.md; otherwise the post is undated and last in the list.',
      examples: ['2024-05-22', '2024-05-22T15:00'],
    }),
    venue: optionalField(readText, {
      description:
        'Where the post first appeared, if elsewhere; may contain Markdown. Default: none.',
      examples: ['*The Example*'],
    }),
    toc: optionalField(readFlag, {
      description:
        'Shows a table of contents above the text. Default: true, if there are four headings or more.',
      examples: [true],
    }),
    image_preview: optionalField(readLink, {
      description: 'The image, in older themes; used if there is no other.',
    }),
  })
  .meta({
    title: 'post',
    description:
      'A title is required and a date is recommended. Links, image, tags and address are written as for ' +
      'a talk. These keys are specific to posts or have a different meaning:',
  });

/** The parsed front matter of a post: trimmed, with absent keys undefined. */
export type PostFrontMatter = z.output<typeof postSchema>;
