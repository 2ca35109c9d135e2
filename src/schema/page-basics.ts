import { optionalField, requiredField } from './field.ts';
import { readFlag, readText } from './text.ts';
import { readWallTime } from './wall-time.ts';

const text = (description: string, ...examples: string[]) =>
  optionalField(readText, { description, ...(examples.length > 0 && { examples }) });
const when = (description: string) => optionalField(readWallTime, { description });
const flag = (description: string) => optionalField(readFlag, { description, examples: [true] });

/** The title of a page and when it is shown: shared by all sections except talks. */
export const pageBasics = {
  title: requiredField(
    readText,
    {
      code: 'title-missing',
      message: 'is missing or empty',
      remedy: 'Write the title in quotes, for example title: "On Growth and Form".',
    },
    { description: 'The title. Required.', examples: ['On Growth and Form'] },
  ),
  subtitle: text('A second line below the title. Default: none.'),
  summary: text('One or two sentences for lists. Default: none.'),
  abstract_short: text('A short abstract, used if summary is missing.'),
  excerpt: text('The same as summary, in academicpages.'),
  description: text('The same as summary, used if summary is missing.'),
  publishDate: when('The page is not published before this time. Default: published at once.'),
  lastmod: when('When the page was last changed. Default: unknown.'),
  expiryDate: when('The page is not published from this time on. Default: no end.'),
  featured: flag(
    'Marks the page as featured. The home page shows featured publications. Default: false.',
  ),
  selected: flag('The same as featured, in older themes.'),
  draft: flag('Keeps the page off the published site. Default: false.'),
  private: flag('Hides the page from search engines. Default: false.'),
  math: flag('Typesets formulas. Set it to false to show dollar signs as written. Default: true.'),
};
