import { optionalField, requiredField } from './field.ts';
import { readFlag, readText } from './text.ts';
import { readWallTime } from './wall-time.ts';

const text = (description: string, ...examples: string[]) =>
  optionalField(readText, { description, ...(examples.length > 0 && { examples }) });
const when = (description: string) => optionalField(readWallTime, { description });
const flag = (description: string) => optionalField(readFlag, { description, examples: [true] });

/** What a page is called and when it is shown: the same in every section but that of talks. */
export const pageBasics = {
  title: requiredField(
    readText,
    {
      code: 'title-missing',
      message: 'is missing or empty',
      remedy: 'Write title: and the title in quotes.',
    },
    { description: 'The title. Required.', examples: ['On Growth and Form'] },
  ),
  subtitle: text('A second line below the title. Default: none.'),
  summary: text('One or two sentences for lists. Default: none.'),
  abstract_short: text('A short abstract, used where summary is missing.'),
  excerpt: text('The same as summary, in the spelling of academicpages.'),
  description: text('The same as summary, used where summary is missing.'),
  publishDate: when('The page is left out before this time. Default: shown at once.'),
  lastmod: when('When the page was last changed. Default: unknown.'),
  expiryDate: when('The page is left out from this time on. Default: shown for ever.'),
  featured: flag('Sets it apart as one of the best. Default: false.'),
  selected: flag('The same as featured, in older themes.'),
  draft: flag('Keeps it off the published site. Default: false.'),
  private: flag('Keeps the page from search engines. Default: false.'),
  math: flag('Formulas are typeset. Default: true; false leaves every dollar sign as it is.'),
};
