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
      description: 'A picture of the owner: the name of a file beside about.md. Default: none.',
      examples: ['portrait.jpg'],
    }),
    portrait_alt: optionalField(readText, {
      description: 'What the picture shows, for those who cannot see it. Default: the name.',
      examples: ['Ada Example at a blackboard'],
    }),
  })
  .meta({ title: 'about' });

export type AboutFrontMatter = z.output<typeof aboutSchema>;
