import type { PublicationFrontMatter } from '../../schema/publication.ts';
import type { Author } from '../person/author.ts';
import type { Citable, CitableType, BibName } from './citable.ts';
import { toPublicationType } from './publication-type.ts';
import { writtenDoi } from './written-publication.ts';
import { parseVenue } from './written-venue.ts';

/** What it takes to cite a publication of which there is no BibTeX. `id` names it there. */
export function publicationToCitable(
  page: PublicationFrontMatter,
  id: string,
  authors: readonly Author[],
): Citable {
  const { title, date, publication_types = [], publication, venue } = page;
  const doi = writtenDoi(page);
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
