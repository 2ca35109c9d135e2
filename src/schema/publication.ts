import { z } from 'zod';
import { optionalField, requiredField } from './field.ts';
import { pageLinks } from './page-links.ts';
import { readFlag, readNames, readText } from './text.ts';
import { ignoredTalkKeys, isNotATalk } from './talk.ts';
import { readWallTime } from './wall-time.ts';

const text = (description: string, ...examples: string[]) =>
  optionalField(readText, { description, ...(examples.length > 0 && { examples }) });
const names = (description: string, ...examples: string[]) =>
  optionalField(readNames, { description, ...(examples.length > 0 && { examples: [examples] }) });
const when = (description: string, ...examples: string[]) =>
  optionalField(readWallTime, { description, ...(examples.length > 0 && { examples }) });
const flag = (description: string) => optionalField(readFlag, { description, examples: [true] });

/** What the front matter of a publication may hold. */
export const publicationSchema = z
  .object({
    title: requiredField(
      readText,
      {
        code: 'talk/title-missing',
        message: 'is missing or empty',
        remedy: 'Write title: and the title in quotes.',
      },
      { description: 'The title. Required.', examples: ['On Growth and Form'] },
    ),
    subtitle: text('A second line below the title. Default: none.'),
    ...pageLinks,
    authors: names('The authors, in order. Default: the owner of the site.', 'Ada Example', 'Me'),
    date: when(
      'The day it was published; the year alone is shown. Default: undated.',
      '2024-05-22',
    ),
    publishDate: when('The page is left out before this time. Default: shown at once.'),
    lastmod: when('When the page was last changed. Default: unknown.'),
    expiryDate: when('The page is left out from this time on. Default: shown for ever.'),
    publication_types: names(
      'What it is, in words of CSL or by the numbers of older themes. Default: not said.',
      'article-journal',
    ),
    publication: text('Where it appeared: Markdown. Default: none.', 'In *Example Letters*, 3(2)'),
    publication_short: text('The same in short, for lists. Default: publication.', 'In *EL*'),
    venue: text('The same as publication, in the spelling of academicpages.'),
    abstract: text('The abstract: Markdown and TeX. Default: none.'),
    abstract_short: text('A short abstract, used where summary is missing.'),
    summary: text('One or two sentences for lists. Default: none.'),
    excerpt: text('The same as summary, in the spelling of academicpages.'),
    description: text('The same as summary, used where summary is missing.'),
    doi: text('The DOI, without https://doi.org/.', '10.1000/182'),
    paperurl: pageLinks.url_pdf.meta({ description: 'The same as url_pdf, in academicpages.' }),
    featured: flag('Sets it apart as one of the best. Default: false.'),
    selected: flag('The same as featured, in older themes.'),
    draft: flag('Keeps it off the published site. Default: false.'),
    private: flag('Keeps the page from search engines. Default: false.'),
    math: flag('Formulas are typeset. Default: true; false leaves every dollar sign as it is.'),
  })
  .meta({ title: 'publication' });

/** A publication's front matter after reading: trimmed, with absent keys undefined. */
export type PublicationFrontMatter = z.output<typeof publicationSchema>;

/** Keys of other themes that have no meaning here and are passed over without a word. */
export const ignoredPublicationKeys: readonly string[] = [
  ...ignoredTalkKeys,
  ...['author_notes', 'banner', 'citation', 'hugoblox', 'image_preview', 'nobanner'],
  ...['bibtexurl', 'slidesurl', 'venue_short'],
];

/** True for the pages of other themes that lie among publications. */
export function isNotAPublication(data: Record<string, unknown>): boolean {
  return isNotATalk({
    ...data,
    date: data['date'] ?? data['publication_types'] ?? data['authors'],
  });
}
