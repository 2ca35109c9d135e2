import { z } from 'zod';
import { optionalField } from './field.ts';
import { readLink } from './link.ts';
import { readText } from './text.ts';

/** The front matter of content/about.md. Its body is the biography. */
export const aboutSchema = z
  .strictObject({
    title: optionalField(readText, {
      description: 'The heading above the biography. Default: the name of the site.',
      examples: ['About me'],
    }),
    portrait: optionalField(readLink, {
      description: 'Your photo: the name of a file next to about.md. Default: none.',
      examples: ['portrait.jpg'],
    }),
    portrait_alt: optionalField(readText, {
      description:
        'The alternative text of the photo, for readers who cannot see it. Default: your name.',
      examples: ['Ada Example at a blackboard'],
    }),
  })
  .meta({ title: 'about' });

export type AboutFrontMatter = z.output<typeof aboutSchema>;
