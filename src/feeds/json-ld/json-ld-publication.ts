import type { CreativeWork, ScholarlyArticle } from 'schema-dts';
import type { Citable } from '../../model/publication/citable.ts';
import { leavesSite } from '../../model/link.ts';
import { namedAuthors, type Publication } from '../../model/publication/publication.ts';
import type { Site } from '../../model/site/site.ts';
import { toPlainText } from '../citation/citable-text.ts';
import { toSpeaker } from './json-ld-person.ts';

/** What schema.org calls the types that are no articles; whatever is not said is one. */
const types: Record<string, string> = {
  book: 'Book',
  chapter: 'Chapter',
  dataset: 'Dataset',
  manuscript: 'Manuscript',
  patent: 'CreativeWork',
  report: 'Report',
  software: 'SoftwareSourceCode',
  thesis: 'Thesis',
};

/** A publication in the words of schema.org: a `ScholarlyArticle`, or what it is instead. */
export function toScholarlyWork(site: Site, publication: Publication): ScholarlyArticle {
  const { title, type, doi, abstract, summary, tags, citable, links, year } = publication;
  const url = site.absolute(publication.href);
  const pdf = links.find(({ kind }) => kind === 'pdf')?.href;
  const others = links.filter(({ kind, href }) => kind === 'preprint' && leavesSite(href));
  const same = [...(doi ? [`https://doi.org/${doi}`] : []), ...others.map(({ href }) => href)];
  const part = toPart(citable);
  return {
    '@type': (types[type?.csl ?? ''] ?? 'ScholarlyArticle') as 'ScholarlyArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    name: title.text,
    headline: title.text,
    author: namedAuthors(publication).map((author) => toSpeaker(site, author)),
    ...(year !== undefined && { datePublished: toDate(citable, year) }),
    ...(abstract && { abstract: abstract.text }),
    ...(summary && { description: summary.text }),
    ...(part && { isPartOf: part }),
    ...(citable.page && { pagination: citable.page }),
    ...(citable.publisher && {
      publisher: { '@type': 'Organization', name: toPlainText(citable.publisher) },
    }),
    ...(doi && { identifier: { '@type': 'PropertyValue', propertyID: 'DOI', value: doi } }),
    ...(same.length > 0 && { sameAs: same }),
    ...(pdf && {
      encoding: {
        '@type': 'MediaObject',
        encodingFormat: 'application/pdf',
        contentUrl: leavesSite(pdf) ? pdf : site.absolute(pdf),
      },
    }),
    image: site.absolute(publication.picture?.image.src ?? site.addresses.sharePicture),
    inLanguage: site.language,
    ...(tags.length > 0 && { keywords: tags.join(', ') }),
  };
}

/** The journal with its volume and issue, or the book that it is in. */
function toPart({ type, containerTitle, volume, issue, ISSN }: Citable): CreativeWork | undefined {
  if (!containerTitle) return undefined;
  const name = toPlainText(containerTitle);
  if (type !== 'article-journal') return { '@type': 'CreativeWork', name };
  const journal = { '@type': 'Periodical' as const, name, ...(ISSN && { issn: ISSN }) };
  const inVolume = volume
    ? { '@type': 'PublicationVolume' as const, volumeNumber: volume, isPartOf: journal }
    : journal;
  return issue ? { '@type': 'PublicationIssue', issueNumber: issue, isPartOf: inVolume } : inVolume;
}

/** As much of the day as is known: `2024`, `2024-03`. */
function toDate({ issued }: Citable, year: number): string {
  const digits = (number: number) => String(number).padStart(2, '0');
  const known = [issued?.month, issued?.day].filter((part) => part !== undefined);
  return [issued?.year ?? year, ...known.map(digits)].join('-');
}
