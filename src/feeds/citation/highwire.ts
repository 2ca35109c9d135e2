import { isExternalUrl } from '../../model/page/link.ts';
import { pickNamedAuthors, type Publication } from '../../model/publication/publication.ts';
import type { Site } from '../../model/site/site.ts';
import { toPlainText } from '../../model/page/title-text.ts';

type MetaTag = [name: string, content: string];

/** CSL type → tag of the container, or of the institution of a thesis or report. */
const containerTags: Record<string, string> = {
  'article-journal': 'citation_journal_title',
  'article-magazine': 'citation_journal_title',
  'paper-conference': 'citation_conference_title',
  chapter: 'citation_inbook_title',
  thesis: 'citation_dissertation_institution',
  report: 'citation_technical_report_institution',
};

/**
 * Returns the tags that Google Scholar and reference managers read. Empty for a publication without a
 * year, which Scholar ignores.
 * @see https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 */
export function toHighwireTags(site: Site, publication: Publication): MetaTag[] {
  const { title, year, type, doi, links, citable, tags } = publication;
  if (year === undefined || publication.private) return [];
  const { issued, containerTitle, publisher, volume, issue, number, page = '', arxiv } = citable;
  const pdf = links.find(({ kind }) => kind === 'pdf')?.href;
  const [, first, last] = /^([^\s,–]+)(?:–([^\s,–]+))?$/.exec(page) ?? [];
  const containerTag = containerTags[type?.csl ?? ''];
  const hasInstitution = type?.csl === 'thesis' || type?.csl === 'report';
  const date = [issued?.year ?? year, toTwoDigits(issued?.month), toTwoDigits(issued?.day)];
  const tagList: [string, string | undefined][] = [
    ['citation_title', title.text],
    ...pickNamedAuthors(publication).map(({ name }): MetaTag => ['citation_author', name]),
    ['citation_publication_date', date.filter(Boolean).join('/')],
    ...(containerTag
      ? [
          [containerTag, toPlainText(hasInstitution ? publisher : containerTitle)] as [
            string,
            string,
          ],
        ]
      : []),
    ['citation_volume', toPlainText(volume)],
    ['citation_issue', toPlainText(issue)],
    ['citation_firstpage', first],
    ['citation_lastpage', last],
    ['citation_technical_report_number', type?.csl === 'report' ? toPlainText(number) : undefined],
    ['citation_publisher', hasInstitution ? undefined : toPlainText(publisher)],
    ['citation_issn', citable.ISSN],
    ['citation_isbn', citable.ISBN],
    ['citation_doi', doi],
    ['citation_arxiv_id', arxiv],
    ...tags.map((tag): MetaTag => ['citation_keywords', tag]),
    ['citation_pdf_url', pdf && (isExternalUrl(pdf) ? pdf : site.absolute(pdf))],
  ];
  return tagList.filter((tag): tag is MetaTag => Boolean(tag[1]));
}

function toTwoDigits(number: number | undefined): string | undefined {
  return number === undefined ? undefined : String(number).padStart(2, '0');
}
