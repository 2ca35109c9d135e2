import { leavesSite } from '../model/link.ts';
import type { Publication } from '../model/publication.ts';
import type { Site } from '../model/site.ts';

/**
 * The tags by which Google Scholar finds a paper; without a year it takes none.
 * @see https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 */
export function highwireTags(site: Site, publication: Publication): [string, string][] {
  const { title, authors, year, venue, type, doi, links } = publication;
  if (year === undefined || publication.private) return [];
  const pdf = links.find(({ kind }) => kind === 'pdf')?.href;
  const appeared = venue?.text.replace(/^in:?\s+/i, '');
  const place: Record<string, string> = {
    'article-journal': 'citation_journal_title',
    'paper-conference': 'citation_conference_title',
    thesis: 'citation_dissertation_institution',
    report: 'citation_technical_report_institution',
  };
  const key = place[type?.csl ?? ''];
  return [
    ['citation_title', title.text],
    ...authors.map(({ name }): [string, string] => ['citation_author', name]),
    ['citation_publication_date', String(year)],
    ...(appeared && key ? [[key, appeared] satisfies [string, string]] : []),
    ...(doi ? [['citation_doi', doi] satisfies [string, string]] : []),
    ...(pdf
      ? [
          ['citation_pdf_url', leavesSite(pdf) ? pdf : site.absolute(pdf)] satisfies [
            string,
            string,
          ],
        ]
      : []),
  ];
}
