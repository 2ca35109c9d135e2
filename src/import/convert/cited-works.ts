import { readBibtex } from '../../content/parse/bibtex.ts';
import { createAddresses, toSlug } from '../../model/page/addresses.ts';
import { bibEntryToCitable } from '../../model/publication/bib-entry.ts';
import { type Citable, formatBibName } from '../../model/publication/citable.ts';

/** An entry of a bibliography, as a text cites it. */
export interface CitedWork {
  key: string;
  /** `Noether`, `Hardy and Littlewood`, `Erdős et al.`; the title of a work without authors. */
  names: string;
  /** Empty for an undated work. */
  year: string;
  /** The reference in one line of Markdown, linked to its page or its DOI. */
  reference: string;
  /** Its page in the new site, its DOI or its address, if it has one. */
  href?: string;
}

const addresses = createAddresses('/');

/**
 * Reads the entries of bibliographies by their keys.
 * @param texts The texts of the files, each with whether its entries have pages in the new site.
 */
export function readCitedWorks(
  texts: readonly { text: string; hasPages: boolean }[],
): Map<string, CitedWork> {
  const works = new Map<string, CitedWork>();
  for (const { text, hasPages } of texts) {
    for (const entry of readBibtex(text, 'references.bib').entries) {
      const citable = bibEntryToCitable(entry);
      const page = hasPages ? addresses.page('publications', toSlug(entry.key)) : undefined;
      const href = page ?? (citable.DOI ? `https://doi.org/${citable.DOI}` : citable.URL);
      if (works.has(entry.key)) continue;
      works.set(entry.key, {
        key: entry.key,
        names: formatFamilyNames(citable) || citable.title,
        year: citable.issued === undefined ? '' : String(citable.issued.year),
        reference: formatReference(citable, href),
        ...(href !== undefined && { href }),
      });
    }
  }
  return works;
}

function formatFamilyNames({ author, editor }: Citable): string {
  const people = author.length > 0 ? author : editor;
  const [first = '', second = ''] = people.map(
    ({ particle, family, literal }) =>
      literal ?? [particle, family].filter((part) => part !== undefined).join(' '),
  );
  if (people.length > 2) return `${first} et al.`;
  return people.length === 2 ? `${first} and ${second}` : first;
}

function formatReference(citable: Citable, href: string | undefined): string {
  const { author, editor, issued, title, containerTitle } = citable;
  const people = (author.length > 0 ? author : editor).map(formatBibName);
  const names =
    people.length > 6 ? `${people.slice(0, 5).join(', ')} and others` : people.join(', ');
  const year = issued === undefined ? '' : ` (${issued.year})`;
  const linked = href === undefined ? title : `[${title}](<${href}>)`;
  const venue = containerTitle === undefined ? '' : ` *${containerTitle}*.`;
  return `${names}${year}${names || year ? '. ' : ''}${linked}.${venue}`;
}
