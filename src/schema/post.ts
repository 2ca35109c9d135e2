import { z } from 'zod';
import { dateField } from './date-text.ts';
import { linkField } from './link.ts';
import { pageBasics, pageBody, pageLinks } from './page-keys.ts';
import { flagField, peopleField, textField } from './text.ts';

/** The schema of the front matter of a post. */
export const postSchema = z
  .object({
    ...pageBasics,
    ...pageLinks,
    ...pageBody,
    authors: peopleField('The authors. Default: the owner of the site.', 'Ada Example', 'me'),
    date: dateField(
      'The date of the post. Without publishDate, the post is not published before this date. ' +
        'Default: the date at the start of the file name, as in 2024-05-22-title.md; otherwise the post is undated and last in the list.',
      '2024-05-22',
      '2024-05-22T15:00',
    ),
    venue: textField(
      'Where the post first appeared, if elsewhere; may contain Markdown. Default: none.',
      '*The Example*',
    ),
    toc: flagField(
      'Shows a table of contents above the text. Default: true, if there are four headings or more.',
      true,
    ),
    image_preview: linkField('The image, in older themes; used if there is no other.'),
  })
  .meta({
    title: 'post',
    description:
      'A title is required and a date is recommended. Links, image, tags and address are written as for ' +
      'a talk. These keys are specific to posts or have a different meaning:',
  });

/** The parsed front matter of a post: trimmed, with absent keys undefined. */
export type PostFrontMatter = z.output<typeof postSchema>;
