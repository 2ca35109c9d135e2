import { z } from 'zod';
import { linkField } from './link.ts';
import { pageMacrosField } from './macros.ts';
import { textField } from './text.ts';

/** The front matter of content/about.md. Its body is the biography. */
export const aboutSchema = z
  .strictObject({
    title: textField('The heading above the biography. Default: the name of the site.', 'About me'),
    portrait: linkField(
      'Your photo: the name of a file next to about.md. Default: none.',
      'portrait.jpg',
    ),
    portrait_alt: textField(
      'The alternative text of the photo, for readers who cannot see it. Default: your name.',
      'Ada Example at a blackboard',
    ),
    macros: pageMacrosField,
  })
  .meta({ title: 'about' });

export type AboutFrontMatter = z.output<typeof aboutSchema>;
