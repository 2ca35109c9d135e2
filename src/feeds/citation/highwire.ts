import { leavesSite } from '../../model/link.ts';
import { namedAuthors, type Publication } from '../../model/publication/publication.ts';
import type { Site } from '../../model/site/site.ts';
import { toPlainText } from './citable-text.ts';

type Tag = [name: string, content: string];

/** What each type calls the place it is in, or the body behind it. */
const places: Record<string, string> = {
  'article-journal': 'citation_journal_title',
  'article-magazine': 'citation_journal_title',
  'paper-conference': 'citation_conference_title',
  chapter: 'citation_inbook_title',
  thesis: 'citation_dissertation_institution',
  report: 'citation_technical_report_institution',
};

/**
 * The tags by which Google Scholar and reference managers find a paper; without a year Scholar takes
 * none.
 * @see https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 */
export function highwireTags(site: Site, publication: Publication): Tag[] {
  const { title, year, type, doi, links, citable, tags } = publication;
  if (year === undefined || publication.private) return [];
  const { issued, containerTitle, publisher, volume, issue, number, page = '', arxiv } = citable;
  const pdf = links.find(({ kind }) => kind === 'pdf')?.href;
  const [, first, last] = /^([^\s,–]+)(?:–([^\s,–]+))?$/.exec(page) ?? [];
  const place = places[type?.csl ?? ''];
  const isBehind = type?.csl === 'thesis' || type?.csl === 'report';
  const date = [issued?.year ?? year, digits(issued?.month), digits(issued?.day)];
  const said: [string, string | undefined][] = [
    ['citation_title', title.text],
    ...namedAuthors(publication).map(({ name }): Tag => ['citation_author', name]),
    ['citation_publication_date', date.filter(Boolean).join('/')],
    ...(place ? [[place, plain(isBehind ? publisher : containerTitle)] as [string, string]] : []),
    ['citation_volume', plain(volume)],
    ['citation_issue', plain(issue)],
    ['citation_firstpage', first],
    ['citation_lastpage', last],
    ['citation_technical_report_number', type?.csl === 'report' ? plain(number) : undefined],
    ['citation_publisher', isBehind ? undefined : plain(publisher)],
    ['citation_issn', citable.ISSN],
    ['citation_isbn', citable.ISBN],
    ['citation_doi', doi],
    ['citation_arxiv_id', arxiv],
    ...tags.map((tag): Tag => ['citation_keywords', tag]),
    ['citation_pdf_url', pdf && (leavesSite(pdf) ? pdf : site.absolute(pdf))],
  ];
  return said.filter((tag): tag is Tag => Boolean(tag[1]));
}

function plain(markdown: string | undefined): string | undefined {
  return markdown && toPlainText(markdown);
}

function digits(number: number | undefined): string | undefined {
  return number === undefined ? undefined : String(number).padStart(2, '0');
}
