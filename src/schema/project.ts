import { z } from 'zod';
import { optionalField } from './field.ts';
import { readLink } from './link.ts';
import { pageBasics } from './page-basics.ts';
import { pageBody } from './page-body.ts';
import { pageLinks } from './page-links.ts';
import { readNames } from './text.ts';
import { readWallTime } from './wall-time.ts';
import { readWeight } from './weight.ts';

/** The schema of the front matter of a project. */
export const projectSchema = z
  .object({
    ...pageBasics,
    ...pageLinks,
    ...pageBody,
    authors: optionalField(readNames, {
      description: 'The people who work on it. Default: none.',
      examples: [['Ada Example', 'me']],
    }),
    date: optionalField(readWallTime, {
      description:
        'The date. Lists show the year and put the newest project first. Default: undated.',
      examples: ['2024-05-22'],
    }),
    weight: optionalField(readWeight, {
      description:
        'The position in the list. Projects with a weight come first, in ascending order.',
      examples: [10],
    }),
    external_link: optionalField(readLink, {
      description:
        'A page on another site that the list links to; the page on this site still exists. Default: the list links to the page on this site.',
      examples: ['https://example.org/project'],
    }),
    image_preview: optionalField(readLink, {
      description: 'The image, in older themes; used if there is no other.',
    }),
  })
  .meta({
    title: 'project',
    description:
      'A title is required. Links, image, tags and address are written as for a talk. These keys are ' +
      'specific to projects or have a different meaning:',
  });

/** The parsed front matter of a project: trimmed, with absent keys undefined. */
export type ProjectFrontMatter = z.output<typeof projectSchema>;
