import { optionalField } from './field.ts';
import { readFlag } from './text.ts';

const flag = (description: string) => optionalField(readFlag, { description, examples: [false] });

/** How the text below the front matter is set where it is more than an abstract. */
export const pageBody = {
  highlight: flag('Code is coloured where its language is named. Default: true.'),
  diagram: flag(
    'Accepted. A diagram in Mermaid is shown as its source: put a picture in its place.',
  ),
};
