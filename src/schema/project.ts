import { z } from 'zod';
import { optionalField } from './field.ts';
import { readLink } from './link.ts';
import { pageBasics } from './page-basics.ts';
import { pageBody } from './page-body.ts';
import { pageLinks } from './page-links.ts';
import { readNames } from './text.ts';
import { readWallTime } from './wall-time.ts';
import { readWeight } from './weight.ts';

/** What the front matter of a project may hold. */
export const projectSchema = z
  .object({
    ...pageBasics,
    ...pageLinks,
    ...pageBody,
    authors: optionalField(readNames, {
      description: 'Who works on it. Default: nobody is named.',
      examples: [['Ada Example', 'me']],
    }),
    date: optionalField(readWallTime, {
      description: 'Its day; the year is shown, and the newest stands first. Default: undated.',
      examples: ['2024-05-22'],
    }),
    weight: optionalField(readWeight, {
      description: 'Its place in the list: those with a weight stand first, the least on top.',
      examples: [10],
    }),
    external_link: optionalField(readLink, {
      description:
        'A page elsewhere that the list leads to. The page here stays. Default: the list leads to it.',
      examples: ['https://example.org/project'],
    }),
    image_preview: optionalField(readLink, {
      description: 'The picture, in the spelling of older themes; used where there is no other.',
    }),
  })
  .meta({
    title: 'project',
    description:
      'A title is required. What it links to, its picture, its tags and its address are written as ' +
      'for a talk; these keys are its own or mean something else:',
  });

/** A project's front matter after reading: trimmed, with absent keys undefined. */
export type ProjectFrontMatter = z.output<typeof projectSchema>;
