import type { PublicationFrontMatter } from '../../schema/publication.ts';
import { stripDoiPrefix, toArxivId } from '../page/doi.ts';
import { firstText, pageTexts, type RawText } from '../page/page-texts.ts';
import { type RawLink, rawLinks } from '../page/raw-links.ts';
import { displayName } from './citable.ts';

/** The DOI of a publication, without a resolver; empty for one without. */
export function rawDoi({ doi, hugoblox }: PublicationFrontMatter): string {
  return stripDoiPrefix(doi ?? hugoblox?.ids.doi ?? '');
}

/**
 * All that a publication links to; academicpages has `paperurl`, `slidesurl` and `bibtexurl`, HugoBlox
 * has identifiers.
 */
export function publicationLinks(page: PublicationFrontMatter): RawLink[] {
  const { url_pdf = page.paperurl, url_slides = page.slidesurl, bibtexurl, hugoblox } = page;
  const arxiv = toArxivId(hugoblox?.ids.arxiv ?? '');
  const { url_preprint = arxiv && `https://arxiv.org/abs/${arxiv}` } = page;
  const links = [...(page.links ?? []), ...(bibtexurl ? [{ name: 'BibTeX', url: bibtexurl }] : [])];
  const doi = rawDoi(page);
  return rawLinks({ ...page, url_pdf, url_slides, url_preprint, links, doi });
}

/**
 * The authors of a publication as written. Where nothing names them, those of the citation: what stands
 * before its year, as `Family, Given, Family, Given` or as whole names, each behind a comma.
 */
export function rawAuthors(page: PublicationFrontMatter): string[] | undefined {
  const named = page.authors ?? page.author;
  if (named) return named;
  const people = /^([^]*?)[\s,]*\(\d{4}\)/.exec(withoutMarkup(page.citation ?? ''))?.[1];
  if (!people) return undefined;
  // A full stop at the end is that of an initial, or that of the list.
  const whole = people.replace(/(?<=\p{L}{2})\.$/u, '');
  const parts = whole.split(/\s*[,;]\s*(?:and\s+|&\s+)?|\s+(?:and|&)\s+/).filter(Boolean);
  if (parts.every((part) => /\S\s+\S/.test(part))) return parts;
  if (parts.length % 2 === 1) return [whole];
  return parts.flatMap((family, i) =>
    i % 2 === 0 ? displayName({ family, given: parts[i + 1] ?? '' }) : [],
  );
}

function withoutMarkup(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/[*_]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The texts of a publication. */
export function publicationTexts(page: PublicationFrontMatter): RawText[] {
  return [
    ...firstText(page, 'title', 'work'),
    ...pageTexts({ ...page, abstract: undefined }).filter(({ name }) => name !== 'title'),
    ...firstText(page, 'venue', 'line', ['publication', 'venue', 'publication_short']),
    ...firstText(page, 'venueShort', 'line', ['publication_short', 'publication', 'venue']),
    ...firstText(page, 'abstract', 'block'),
  ];
}

/** A kind of publication, as pages name it and as CSL 1.0.2 does. */
export interface PublicationType {
  csl: string;
  name: string;
  /** Several of them. */
  plural: string;
}

const types: [csl: string, name: string, plural: string, number?: string][] = [
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
 * The type that an author's words mean: the numbers of Hugo Academic's legend, words of CSL, or the
 * name itself. `0` and what nobody knows say nothing.
 */
export function toPublicationType(written: readonly string[]): PublicationType | undefined {
  for (const word of written) {
    const wanted = word.trim().toLowerCase();
    const found = types.find(
      ([csl, name, , number]) =>
        wanted === csl || wanted === number || wanted === name.toLowerCase(),
    );
    if (found) return { csl: found[0], name: found[1], plural: found[2] };
  }
  return undefined;
}
