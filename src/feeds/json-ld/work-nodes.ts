import type {
  BlogPosting,
  Course as CourseNode,
  CreativeWork,
  ResearchProject,
  ScholarlyArticle,
} from 'schema-dts';
import type { Course } from '../../model/course/course.ts';
import { isExternalUrl } from '../../model/page/link.ts';
import type { Post } from '../../model/post/post.ts';
import type { Project } from '../../model/project/project.ts';
import type { Citable } from '../../model/publication/citable.ts';
import { pickNamedAuthors, type Publication } from '../../model/publication/publication.ts';
import type { Site } from '../../model/site/site.ts';
import { toIso } from '../../model/page/when.ts';
import { toPlainText } from '../../model/page/title-text.ts';
import { toAuthorNode } from './person-node.ts';

/** CSL type → type of schema.org. All others are `ScholarlyArticle`. */
const workTypes: Record<string, string> = {
  book: 'Book',
  chapter: 'Chapter',
  dataset: 'Dataset',
  manuscript: 'Manuscript',
  patent: 'CreativeWork',
  report: 'Report',
  software: 'SoftwareSourceCode',
  thesis: 'Thesis',
};

/** Returns a publication in terms of schema.org: a `ScholarlyArticle` or a more specific type. */
export function toPublicationNode(
  site: Site,
  publication: Publication,
  image = site.absolute(site.addresses.shareImage),
): ScholarlyArticle {
  const { title, type, doi, abstract, summary, tags, citable, links, year } = publication;
  const url = site.absolute(publication.href);
  const pdf = links.find(({ kind }) => kind === 'pdf')?.href;
  const preprints = links.filter(({ kind, href }) => kind === 'preprint' && isExternalUrl(href));
  const sameAs = [...(doi ? [`https://doi.org/${doi}`] : []), ...preprints.map(({ href }) => href)];
  const container = toContainer(citable);
  return {
    '@type': (workTypes[type?.csl ?? ''] ?? 'ScholarlyArticle') as 'ScholarlyArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    name: title.text,
    headline: title.text,
    author: pickNamedAuthors(publication).map((author) => toAuthorNode(site, author)),
    ...(year !== undefined && { datePublished: toPublicationDate(citable, year) }),
    ...(abstract && { abstract: abstract.text }),
    ...(summary && { description: summary.text }),
    ...(container && { isPartOf: container }),
    ...(citable.page && { pagination: citable.page }),
    ...(citable.publisher && {
      publisher: { '@type': 'Organization', name: toPlainText(citable.publisher) },
    }),
    ...(doi && { identifier: { '@type': 'PropertyValue', propertyID: 'DOI', value: doi } }),
    ...(sameAs.length > 0 && { sameAs }),
    ...(pdf && {
      encoding: {
        '@type': 'MediaObject',
        encodingFormat: 'application/pdf',
        contentUrl: isExternalUrl(pdf) ? pdf : site.absolute(pdf),
      },
    }),
    image,
    inLanguage: publication.language ?? site.language,
    ...(tags.length > 0 && { keywords: tags.join(', ') }),
  };
}

/** Returns a post in terms of schema.org, with the properties that search engines ask for. */
export function toPostNode(
  site: Site,
  post: Post,
  image = site.absolute(site.addresses.shareImage),
): BlogPosting {
  const { title, subtitle, summary, day, changed, tags } = post;
  const url = site.absolute(post.href);
  return {
    '@type': 'BlogPosting',
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline: title.text,
    ...(subtitle && { alternativeHeadline: subtitle.text }),
    ...(summary && { description: summary.text }),
    ...(day && { datePublished: toIso(day) }),
    ...(changed && { dateModified: toIso(changed) }),
    author: post.authors.map((author) => toAuthorNode(site, author)),
    image,
    inLanguage: post.language ?? site.language,
    ...(tags.length > 0 && { keywords: tags.join(', ') }),
  };
}

/** Returns a course in terms of schema.org, with the properties that search engines ask for. */
export function toCourseNode(site: Site, course: Course, description: string): CourseNode {
  const { title, institution, authors, tags } = course;
  const url = site.absolute(course.href);
  const provider = institution?.text ?? site.affiliation?.name;
  return {
    '@type': 'Course',
    '@id': url,
    url,
    name: title.text,
    description,
    ...(provider && { provider: { '@type': 'Organization', name: provider } }),
    ...(authors.length > 0 && { author: authors.map((author) => toAuthorNode(site, author)) }),
    ...(tags.length > 0 && { keywords: tags.join(', ') }),
  };
}

/** Returns a project in terms of schema.org. */
export function toProjectNode(site: Site, project: Project, description: string): ResearchProject {
  const { title, authors, year, tags } = project;
  const url = site.absolute(project.href);
  return {
    '@type': 'ResearchProject',
    '@id': url,
    url,
    name: title.text,
    description,
    ...(year !== undefined && { foundingDate: String(year) }),
    ...(authors.length > 0 && { member: authors.map((author) => toAuthorNode(site, author)) }),
    ...(tags.length > 0 && { keywords: tags.join(', ') }),
  };
}

/** Returns the journal with volume and issue, or the book that contains the publication. */
function toContainer({
  type,
  containerTitle,
  volume,
  issue,
  ISSN,
}: Citable): CreativeWork | undefined {
  if (!containerTitle) return undefined;
  const name = toPlainText(containerTitle);
  if (type !== 'article-journal') return { '@type': 'CreativeWork', name };
  const journal = { '@type': 'Periodical' as const, name, ...(ISSN && { issn: ISSN }) };
  const volumeOrJournal = volume
    ? { '@type': 'PublicationVolume' as const, volumeNumber: volume, isPartOf: journal }
    : journal;
  return issue
    ? { '@type': 'PublicationIssue', issueNumber: issue, isPartOf: volumeOrJournal }
    : volumeOrJournal;
}

/** Returns the known parts of the date: `2024`, `2024-03`. */
function toPublicationDate({ issued }: Citable, year: number): string {
  const digits = (number: number) => String(number).padStart(2, '0');
  const knownParts = [issued?.month, issued?.day].filter((part) => part !== undefined);
  return [issued?.year ?? year, ...knownParts.map(digits)].join('-');
}
