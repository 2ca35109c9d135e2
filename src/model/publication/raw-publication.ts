import type { PublicationFrontMatter } from '../../schema/publication.ts';
import { stripDoiPrefix, toArxivId } from '../page/doi.ts';
import { pickText, toPageTexts, type RawText } from '../page/page-texts.ts';
import { type RawLink, toRawLinks } from '../page/raw-links.ts';
import { parseCitation, type ParsedCitation } from './citation.ts';

/** Returns the DOI of a publication, without a resolver; empty if there is none. */
export function toRawDoi({ doi, hugoblox }: PublicationFrontMatter): string {
  return stripDoiPrefix(doi ?? hugoblox?.ids.doi ?? '');
}

/**
 * Returns all links of a publication. academicpages has `paperurl`, `slidesurl` and `bibtexurl`; HugoBlox
 * has identifiers.
 */
export function toRawPublicationLinks(page: PublicationFrontMatter): RawLink[] {
  const { url_pdf = page.paperurl, url_slides = page.slidesurl, bibtexurl, hugoblox } = page;
  const arxiv = toArxivId(hugoblox?.ids.arxiv ?? '');
  const { url_preprint = arxiv && `https://arxiv.org/abs/${arxiv}` } = page;
  const links = [...(page.links ?? []), ...(bibtexurl ? [{ name: 'BibTeX', url: bibtexurl }] : [])];
  const doi = toRawDoi(page);
  return toRawLinks({ ...page, url_pdf, url_slides, url_preprint, links, doi });
}

/** Returns the authors of a publication as written. If no key lists them, they are taken from the citation. */
export function toRawAuthors(page: PublicationFrontMatter): string[] | undefined {
  return page.authors ?? page.author ?? parsePageCitation(page).authors;
}

/** Parses the citation of a publication; empty without one. */
export function parsePageCitation(page: PublicationFrontMatter): ParsedCitation {
  const { citation, title, venue = page.publication } = page;
  return citation === undefined ? {} : parseCitation(citation, { title, venue });
}

/** Returns the texts of a publication. */
export function toPublicationTexts(page: PublicationFrontMatter): RawText[] {
  return [
    ...toPageTexts({ ...page, abstract: undefined }),
    ...pickText(page, 'venue', 'line', ['publication', 'venue', 'publication_short']),
    ...pickText(page, 'venueShort', 'line', ['publication_short', 'publication', 'venue']),
    ...pickText(page, 'note', 'line'),
    ...pickText(page, 'abstract', 'block'),
  ];
}

/** A type of publications, with its name on pages and in CSL 1.0.2. */
export interface PublicationType {
  csl: string;
  name: string;
  /** The plural of the name. */
  plural: string;
}

const publicationTypes: [csl: string, name: string, plural: string, number?: string][] = [
  ['paper-conference', 'Conference paper', 'Conference papers', '1'],
  ['article-journal', 'Journal article', 'Journal articles', '2'],
  ['article', 'Preprint', 'Preprints', '3'],
  ['report', 'Report', 'Reports', '4'],
  ['book', 'Book', 'Books', '5'],
  ['chapter', 'Book chapter', 'Book chapters', '6'],
  ['thesis', 'Thesis', 'Theses', '7'],
  ['patent', 'Patent', 'Patents', '8'],
  ['article-magazine', 'Magazine article', 'Magazine articles'],
  ['article-newspaper', 'Newspaper article', 'Newspaper articles'],
  ['dataset', 'Dataset', 'Datasets'],
  ['software', 'Software', 'Software'],
  ['manuscript', 'Manuscript', 'Manuscripts'],
];

/**
 * Returns the type for the first word that is a number of Hugo Academic, a type of CSL or the name of a
 * type. `0` and unknown words are ignored.
 */
export function toPublicationType(words: readonly string[]): PublicationType | undefined {
  for (const word of words) {
    const key = word.trim().toLowerCase();
    const type = publicationTypes.find(
      ([csl, name, , number]) => key === csl || key === number || key === name.toLowerCase(),
    );
    if (type) return { csl: type[0], name: type[1], plural: type[2] };
  }
  return undefined;
}
