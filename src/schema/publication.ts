import { z } from 'zod';
import { dateField } from './date-text.ts';
import { describe, isMap } from './describe.ts';
import { optionalField, type ReportIssue } from './field.ts';
import type { JsonShape } from './json-schema.ts';
import { linkField } from './link.ts';
import { ignoredPageKeys, pageBasics, pageLinks } from './page-keys.ts';
import { isTalk } from './talk.ts';
import { namesField, peopleField, textField } from './text.ts';

/** The identifiers of a publication, in the shape in which they are written. */
interface WithIds {
  ids: { doi?: string; arxiv?: string };
}

/** Reads `ids` of HugoBlox's own map. Its other keys are settings of that theme. */
function readIds(value: unknown, reportIssue: ReportIssue): WithIds | undefined {
  if (!isMap(value)) {
    reportIssue({
      code: 'wrong-shape',
      message: `must be a map, not ${describe(value)}`,
      remedy: 'Write ids: indented below it, and doi: or arxiv: indented below ids.',
    });
    return undefined;
  }
  const ids = isMap(value['ids']) ? value['ids'] : {};
  const [doi, arxiv] = ['doi', 'arxiv'].map((name) => toIdText(ids[name]));
  return doi || arxiv ? { ids: { ...(doi && { doi }), ...(arxiv && { arxiv }) } } : undefined;
}

function toIdText(id: unknown): string {
  return typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
}

readIds.json = { type: 'object' } as JsonShape;

/** The schema of the front matter of a publication. */
export const publicationSchema = z
  .object({
    ...pageBasics,
    ...pageLinks,
    authors: peopleField(
      'The authors, in order. Default: the owner of the site.',
      'Ada Example',
      'Me',
    ),
    date: dateField(
      'The date of publication; only the year is shown. Default: undated.',
      '2024-05-22',
    ),
    publication_types: namesField(
      'The type: a CSL type, or a number as in older themes. Default: none.',
      'article-journal',
    ),
    publication: textField(
      'The journal, proceedings or publisher; may contain Markdown. Default: none.',
      'In *Example Letters*, 3(2)',
    ),
    publication_short: textField(
      'A short form of publication, for lists. Default: publication.',
      'In *EL*',
    ),
    note: textField(
      'A remark below the publication, such as an award; may contain Markdown. Default: none.',
      'Best paper award',
    ),
    citation: textField(
      'The citation, in academicpages. If there are no authors, they are read from it.',
    ),
    hugoblox: optionalField(readIds, {
      description: 'Identifiers, in HugoBlox: doi and arxiv under ids.',
      examples: [{ ids: { doi: '10.1000/182', arxiv: '2001.01234' } }],
    }),
    venue: textField('The same as publication, in academicpages.'),
    abstract: textField('The abstract; may contain Markdown and TeX. Default: none.'),
    doi: textField('The DOI, without https://doi.org/.', '10.1000/182'),
    paperurl: pageLinks.url_pdf.meta({ description: 'The same as url_pdf, in academicpages.' }),
    slidesurl: pageLinks.url_slides.meta({
      description: 'The same as url_slides, in academicpages.',
    }),
    image_preview: linkField('The image, in older themes; used if there is no other.'),
    bibtexurl: linkField(
      'A BibTeX file, in academicpages. Default: none; the page generates BibTeX itself.',
      '/files/paper.bib',
    ),
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
const ignoredPublicationKeys: readonly string[] = [
  ...ignoredPageKeys,
  ...['banner', 'nobanner'],
  ...['venue_short'],
];

/** All keys accepted in a publication, in their spelling. */
export const publicationKeys: readonly string[] = [
  ...Object.keys(publicationSchema.shape),
  ...ignoredPublicationKeys,
];

/** Returns whether a file among publications is one, and not a widget or a list of an older theme. */
export function isPublication(data: Record<string, unknown>): boolean {
  const date = data['date'] ?? data['publication_types'] ?? data['authors'];
  return isTalk({ ...data, date });
}
