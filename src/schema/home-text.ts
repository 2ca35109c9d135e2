import { z } from 'zod';
import { optionalField } from './field.ts';
import { readFlag, readText } from './text.ts';

/** The front matter of `content/home/<name>.md`. Its body is shown on the home page. */
export const homeTextSchema = z
  .object({
    title: optionalField(readText, {
      description: 'The heading in the margin. Default: none.',
      examples: ['In the press'],
    }),
    subtitle: optionalField(readText, {
      description: 'A line above the text; may contain Markdown. Default: none.',
    }),
    active: optionalField(readFlag, {
      description: 'Set it to false to hide the text. Default: true.',
      examples: [false],
    }),
    math: optionalField(readFlag, {
      description:
        'Typesets formulas. Set it to false to show dollar signs as written. Default: true.',
      examples: [false],
    }),
  })
  .meta({
    title: 'home-text',
    description:
      'To show the text, list it under `home` in `site.yaml` as `{ text: <name> }`. All keys are optional. ' +
      'Widgets of Hugo Academic work unchanged. Their other keys (`widget`, `headless`, `weight`, ' +
      '`design`, `advanced`) are ignored: `home` sets the order, and the site has its own design.',
  });

export type HomeTextFrontMatter = z.output<typeof homeTextSchema>;

/** Keys of Hugo Academic's widgets that are ignored. */
export const ignoredWidgetKeys = [
  ...['widget', 'widget_id', 'headless', 'weight', 'design', 'advanced', 'content', 'type'],
  ...['date', 'lastmod', 'author', 'authors', 'summary', 'tags', 'image', 'block', 'id', 'toc'],
];
