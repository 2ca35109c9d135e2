import { displayName } from './citable.ts';
import { plainDoi, toArxivId } from '../identifiers.ts';
import { writtenLinks, type WrittenLink } from '../written-links.ts';
import type { PublicationFrontMatter } from '../../schema/publication.ts';
import { firstText, type WrittenText } from '../written-text.ts';
import { pageTexts } from '../written-texts.ts';

/** The DOI of a publication, without a resolver; empty for one without. */
export function writtenDoi({ doi, hugoblox }: PublicationFrontMatter): string {
  return plainDoi(doi ?? hugoblox?.ids.doi ?? '');
}

/**
 * All that a publication links to; academicpages has `paperurl`, `slidesurl` and `bibtexurl`, HugoBlox
 * has identifiers.
 */
export function publicationLinks(page: PublicationFrontMatter): WrittenLink[] {
  const { url_pdf = page.paperurl, url_slides = page.slidesurl, bibtexurl, hugoblox } = page;
  const arxiv = toArxivId(hugoblox?.ids.arxiv ?? '');
  const { url_preprint = arxiv && `https://arxiv.org/abs/${arxiv}` } = page;
  const links = [...(page.links ?? []), ...(bibtexurl ? [{ name: 'BibTeX', url: bibtexurl }] : [])];
  const doi = writtenDoi(page);
  return writtenLinks({ ...page, url_pdf, url_slides, url_preprint, links, doi });
}

/**
 * The authors of a publication as written. Where nothing names them, those of the citation: what stands
 * before its year, as `Family, Given, Family, Given` or as whole names, each behind a comma.
 */
export function writtenAuthors(page: PublicationFrontMatter): string[] | undefined {
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
export function publicationTexts(page: PublicationFrontMatter): WrittenText[] {
  return [
    ...firstText(page, 'title', 'work'),
    ...pageTexts({ ...page, abstract: undefined }).filter(({ name }) => name !== 'title'),
    ...firstText(page, 'venue', 'line', ['publication', 'venue', 'publication_short']),
    ...firstText(page, 'venueShort', 'line', ['publication_short', 'publication', 'venue']),
    ...firstText(page, 'abstract', 'block'),
  ];
}
