import { optionalField } from './field.ts';
import { readFlag, readText } from './text.ts';

const flag = (description: string) => optionalField(readFlag, { description, examples: [false] });

/** What a page has whose text below the front matter is more than an abstract. */
export const pageBody = {
  abstract: optionalField(readText, {
    description: 'The same as summary, as older themes show it; used where summary is missing.',
  }),
  highlight: flag('Code is coloured where its language is named. Default: true.'),
  diagram: flag(
    'Accepted. A diagram in Mermaid is shown as its source: put a picture in its place.',
  ),
};
