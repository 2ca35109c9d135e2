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

/** The schema of the front matter of a publication. */
export const publicationSchema = z
  .object({
    ...pageBasics,
    ...pageLinks,
    authors: names('The authors, in order. Default: the owner of the site.', 'Ada Example', 'Me'),
    date: optionalField(readWallTime, {
      description: 'The date of publication; only the year is shown. Default: undated.',
      examples: ['2024-05-22'],
    }),
    publication_types: names(
      'The type: a CSL type, or a number as in older themes. Default: none.',
      'article-journal',
    ),
    publication: text(
      'The journal, proceedings or publisher; may contain Markdown. Default: none.',
      'In *Example Letters*, 3(2)',
    ),
    publication_short: text(
      'A short form of publication, for lists. Default: publication.',
      'In *EL*',
    ),
    citation: text(
      'The citation, in academicpages. If there are no authors, they are read from it.',
    ),
    hugoblox: optionalField(readIds, {
      description: 'Identifiers, in HugoBlox: doi and arxiv under ids.',
      examples: [{ ids: { doi: '10.1000/182', arxiv: '2001.01234' } }],
    }),
    venue: text('The same as publication, in academicpages.'),
    abstract: text('The abstract; may contain Markdown and TeX. Default: none.'),
    doi: text('The DOI, without https://doi.org/.', '10.1000/182'),
    paperurl: pageLinks.url_pdf.meta({ description: 'The same as url_pdf, in academicpages.' }),
    slidesurl: pageLinks.url_slides.meta({
      description: 'The same as url_slides, in academicpages.',
    }),
    image_preview: optionalField(readLink, {
      description: 'The image, in older themes; used if there is no other.',
    }),
    bibtexurl: optionalField(readLink, {
      description:
        'A BibTeX file, in academicpages. Default: none; the page generates BibTeX itself.',
      examples: ['/files/paper.bib'],
    }),
  })
  .meta({
    title: 'publication',
    description:
      'A title is required. Links, image, tags and address are written as for a talk. These keys are ' +
      'specific to publications or have a different meaning:',
  });

/** The parsed front matter of a publication: trimmed, with absent keys undefined. */
export type PublicationFrontMatter = z.output<typeof publicationSchema>;

/** Keys of other themes that are ignored without a warning. */
export const ignoredPublicationKeys: readonly string[] = [
  ...ignoredTalkKeys,
  ...['author_notes', 'banner', 'nobanner'],
  ...['venue_short'],
];

/** All keys accepted in a publication, in their spelling. */
export const publicationKeys: readonly string[] = [
  ...Object.keys(publicationSchema.shape),
  ...ignoredPublicationKeys,
];

/** Returns whether a file among publications is another kind of page of an older theme. */
export function isNotAPublication(data: Record<string, unknown>): boolean {
  return isNotATalk({
    ...data,
    date: data['date'] ?? data['publication_types'] ?? data['authors'],
  });
}
