import { optionalField } from './field.ts';
import { readFlag, readText } from './text.ts';

const flag = (description: string) => optionalField(readFlag, { description, examples: [false] });

/** The keys of pages with a full text below the front matter. */
export const pageBody = {
  abstract: optionalField(readText, {
    description: 'Used if summary is missing, as in older themes.',
  }),
  highlight: flag('Highlights the syntax of code blocks with a language. Default: true.'),
  diagram: flag(
    'Accepted and ignored. A Mermaid diagram is shown as its source; use an image instead.',
  ),
};
