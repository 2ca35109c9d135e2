import { z } from 'zod';
import { optionalField } from './field.ts';
import { readLink } from './link.ts';
import { pageBasics } from './page-basics.ts';
import { readIds } from './identifiers.ts';
import { pageLinks } from './page-links.ts';
import { readNames, readText } from './text.ts';
import { ignoredTalkKeys, isNotATalk } from './talk.ts';
import { readWallTime } from './wall-time.ts';

const text = (description: string, ...examples: string[]) =>
  optionalField(readText, { description, ...(examples.length > 0 && { examples }) });
const names = (description: string, ...examples: string[]) =>
  optionalField(readNames, { description, examples: [examples] });

/** What the front matter of a publication may hold. */
export const publicationSchema = z
  .object({
    ...pageBasics,
    ...pageLinks,
    authors: names('The authors, in order. Default: the owner of the site.', 'Ada Example', 'Me'),
    date: optionalField(readWallTime, {
      description: 'The day it was published; the year alone is shown. Default: undated.',
      examples: ['2024-05-22'],
    }),
    publication_types: names(
      'What it is, in words of CSL or by the numbers of older themes. Default: not said.',
      'article-journal',
    ),
    publication: text('Where it appeared: Markdown. Default: none.', 'In *Example Letters*, 3(2)'),
    publication_short: text('The same in short, for lists. Default: publication.', 'In *EL*'),
    citation: text(
      'How it is cited, in academicpages: its names are the authors where nothing else names them.',
    ),
    hugoblox: optionalField(readIds, {
      description: 'Identifiers as HugoBlox keeps them: doi and arxiv under ids.',
      examples: [{ ids: { doi: '10.1000/182', arxiv: '2001.01234' } }],
    }),
    venue: text('The same as publication, in the spelling of academicpages.'),
    abstract: text('The abstract: Markdown and TeX. Default: none.'),
    doi: text('The DOI, without https://doi.org/.', '10.1000/182'),
    paperurl: pageLinks.url_pdf.meta({ description: 'The same as url_pdf, in academicpages.' }),
    slidesurl: pageLinks.url_slides.meta({
      description: 'The same as url_slides, in academicpages.',
    }),
    image_preview: optionalField(readLink, {
      description: 'The picture, in the spelling of older themes; used where there is no other.',
    }),
    bibtexurl: optionalField(readLink, {
      description:
        'A file of BibTeX, in academicpages. Default: none but what the page makes itself.',
      examples: ['/files/paper.bib'],
    }),
  })
  .meta({
    title: 'publication',
    description:
      'A title is required. What it links to, its picture, its tags and its address are written as ' +
      'for a talk; these keys are its own or mean something else:',
  });

/** A publication's front matter after reading: trimmed, with absent keys undefined. */
export type PublicationFrontMatter = z.output<typeof publicationSchema>;

/** Keys of other themes that have no meaning here and are passed over without a word. */
export const ignoredPublicationKeys: readonly string[] = [
  ...ignoredTalkKeys,
  ...['author_notes', 'banner', 'nobanner'],
  ...['venue_short'],
];

/** Every key a publication may hold, in its own spelling. */
export const publicationKeys: readonly string[] = [
  ...Object.keys(publicationSchema.shape),
  ...ignoredPublicationKeys,
];

/** True for the pages of other themes that lie among publications. */
export function isNotAPublication(data: Record<string, unknown>): boolean {
  return isNotATalk({
    ...data,
    date: data['date'] ?? data['publication_types'] ?? data['authors'],
  });
}
