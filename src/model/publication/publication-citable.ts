import type { PublicationFrontMatter } from '../../schema/publication.ts';
import type { Author } from '../page/author.ts';
import type { BibName, Citable, CitableType } from './citable.ts';
import { toPublicationType, rawDoi } from './raw-publication.ts';

/** What it takes to cite a publication of which there is no BibTeX. `id` names it there. */
export function publicationToCitable(
  page: PublicationFrontMatter,
  id: string,
  authors: readonly Author[],
): Citable {
  const { title, date, publication_types = [], publication, venue } = page;
  const doi = rawDoi(page);
  const type = toPublicationType(publication_types)?.csl as CitableType | undefined;
  const { title: containerTitle, ...where } = parseVenue(publication ?? venue ?? '');
  const inside = { containerTitle, ...where };
  return {
    ...{ id, title, editor: [], type: type ?? 'document' },
    author: authors.map(({ name }) => toBibName(name)),
    ...(date && { issued: { year: date.year } }),
    ...(containerTitle && (type === 'thesis' ? { publisher: containerTitle } : inside)),
    ...(doi && { DOI: doi }),
  };
}

/** `Ludwig van Beethoven` and `Beethoven, Ludwig van` taken apart; one word stands alone. */
function toBibName(name: string): BibName {
  const [family = '', given] = name.split(/,\s*/, 2);
  if (given !== undefined) return { given, family };
  const parts = /^(.*?)\s+((?:\p{Ll}\S*\s+)*)(\S+)$/u.exec(name.trim());
  if (!parts) return { literal: name.trim() };
  const [, first = '', particle = '', last = ''] = parts;
  return { given: first, family: last, ...(particle && { particle: particle.trim() }) };
}

/** Where a publication appeared, taken apart. The title is Markdown. */
export interface Venue {
  title: string;
  volume?: string;
  issue?: string;
  /** With an en dash: `45–78`. */
  page?: string;
}

/**
 * Takes apart what authors write for readers: `In *Journal of Examples*, 12(3), 45–78`. What is not
 * emphasised stays one title, since nobody can tell where it ends.
 */
export function parseVenue(written: string): Venue {
  const place = written.trim().replace(/^in:?\s+/i, '');
  const [, star, underscore, rest = ''] =
    /^(?:\*([^*]+)\*|_([^_]+)_)(?![*_\w])(.*)$/s.exec(place) ?? [];
  const title = star ?? underscore;
  if (title === undefined) return { title: place };
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
