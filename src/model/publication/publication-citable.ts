import type { PublicationFrontMatter } from '../../schema/publication.ts';
import type { Author } from '../page/author.ts';
import type { BibName, Citable, CitableType } from './citable.ts';
import { simplifyTitle } from '../page/title-markup.ts';
import { parsePageCitation, toPublicationType, toRawDoi } from './raw-publication.ts';

/** Returns the citable item of a publication without BibTeX. `id` is its key in BibTeX. */
export function publicationToCitable(
  page: PublicationFrontMatter,
  id: string,
  authors: readonly Author[],
): Citable {
  const { title, date, publication_types = [], publication, venue } = page;
  const doi = toRawDoi(page);
  const type = toPublicationType(publication_types)?.csl as CitableType | undefined;
  const { title: containerTitle, ...where } = parseVenue(publication ?? venue ?? '');
  const { authors: _, ...cited } = parsePageCitation(page);
  const container = { containerTitle, ...(where.volume ? where : { ...cited, ...where }) };
  const isInVolume = container.volume !== undefined && containerTitle !== '';
  return {
    ...{ id, title: simplifyTitle(title), editor: [] },
    type: type ?? (isInVolume ? 'article-journal' : 'document'),
    author: authors.map(({ name }) => toBibName(name)),
    ...(date && { issued: { year: date.year } }),
    ...(containerTitle && (type === 'thesis' ? { publisher: containerTitle } : container)),
    ...(doi && { DOI: doi }),
  };
}

/** Splits `Ludwig van Beethoven` or `Beethoven, Ludwig van`. A single word is a literal. */
function toBibName(name: string): BibName {
  const [family = '', given] = name.split(/,\s*/, 2);
  if (given !== undefined) return { given, family };
  const parts = /^(.*?)\s+((?:\p{Ll}\S*\s+)*)(\S+)$/u.exec(name.trim());
  if (!parts) return { literal: name.trim() };
  const [, first = '', particle = '', last = ''] = parts;
  return { given: first, family: last, ...(particle && { particle: particle.trim() }) };
}

/** The parts of the venue of a publication. The title is Markdown. */
export interface ParsedVenue {
  title: string;
  volume?: string;
  issue?: string;
  /** With an en dash: `45–78`. */
  page?: string;
}

/**
 * Splits a venue as authors write it for readers: `In *Journal of Examples*, 12(3), 45–78`. Without
 * emphasis the whole text is the title, because its end is unknown.
 */
export function parseVenue(text: string): ParsedVenue {
  const venue = text.trim().replace(/^in:?\s+/i, '');
  const [, star, underscore, rest = ''] =
    /^(?:\*([^*]+)\*|_([^_]+)_)(?![*_\w])(.*)$/s.exec(venue) ?? [];
  const title = star ?? underscore;
  if (title === undefined) return { title: venue };
  const [, volume, issue] =
    /^,?\s*(?:vol(?:\.|ume)?\s*)?(\d+)(?:\s*\(([^)\s]+)\))?(?=\s*(?:[,:;.]|$))/i.exec(rest) ?? [];
  const [, first, last] = /(\d+)\s*(?:--?|–)\s*(\d+)\W*$/.exec(rest) ?? [];
  return {
    title: title.trim(),
    ...(volume && { volume }),
    ...(issue && { issue }),
    ...(first && last && { page: `${first}–${last}` }),
  };
}
