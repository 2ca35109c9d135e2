import { z } from 'zod';
import { optionalField } from './field.ts';
import { readFlag, readText } from './text.ts';

/** The front matter of `content/home/<name>.md`. Its body is set on the home page. */
export const homeTextSchema = z
  .object({
    title: optionalField(readText, {
      description: 'Its name, in the margin. Default: none; the text stands alone.',
      examples: ['In the press'],
    }),
    subtitle: optionalField(readText, {
      description: 'A line above the text: Markdown. Default: none.',
    }),
    active: optionalField(readFlag, {
      description: 'False keeps it off the page. Default: true.',
      examples: [false],
    }),
    math: optionalField(readFlag, {
      description: 'Formulas are typeset. Default: true; false leaves every dollar sign as it is.',
      examples: [false],
    }),
  })
  .meta({
    title: 'home-text',
    description:
      '`home` in `site.yaml` names it: `{ text: <name> }`. Everything may be left out. Widgets of Hugo ' +
      'Academic work unchanged; what their other keys set (`widget`, `headless`, `weight`, `design`, ' +
      '`advanced`) is settled by the order of `home` and by the look of the site.',
  });

export type HomeTextFrontMatter = z.output<typeof homeTextSchema>;

/** Keys of Hugo Academic's widgets that mean nothing here. */
export const ignoredWidgetKeys = [
  ...['widget', 'widget_id', 'headless', 'weight', 'design', 'advanced', 'content', 'type'],
  ...['date', 'lastmod', 'author', 'authors', 'summary', 'tags', 'image', 'block', 'id', 'toc'],
];
