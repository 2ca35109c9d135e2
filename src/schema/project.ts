import { z } from 'zod';
import { dateField } from './date-text.ts';
import { linkField } from './link.ts';
import { pageBasics, pageBody, pageLinks, weightField } from './page-keys.ts';
import { peopleField } from './text.ts';

/** The schema of the front matter of a project. */
export const projectSchema = z
  .object({
    ...pageBasics,
    ...pageLinks,
    ...pageBody,
    authors: peopleField('The people who work on it. Default: none.', 'Ada Example', 'me'),
    date: dateField(
      'The date. Lists show the year and put the newest project first. Default: undated.',
      '2024-05-22',
    ),
    weight: weightField(
      'The position in the list. Projects with a weight come first, in ascending order.',
      10,
    ),
    external_link: linkField(
      'A page on another site that the list links to; the page on this site still exists. Default: the list links to the page on this site.',
      'https://example.org/project',
    ),
    image_preview: linkField('The image, in older themes; used if there is no other.'),
  })
  .meta({
    title: 'project',
    description:
      'A title is required. Links, image, tags and address are written as for a talk. These keys are ' +
      'specific to projects or have a different meaning:',
  });

/** The parsed front matter of a project: trimmed, with absent keys undefined. */
export type ProjectFrontMatter = z.output<typeof projectSchema>;
