import type { LinkKind } from '../page/link.ts';

/** Fields with an address or a file: the kind of the link, or its name. */
export const linkFields: Readonly<Record<string, { kind: LinkKind } | { name: string }>> = {
  pdf: { kind: 'pdf' },
  code: { kind: 'code' },
  slides: { kind: 'slides' },
  video: { kind: 'video' },
  poster: { kind: 'poster' },
  dataset: { kind: 'dataset' },
  data: { kind: 'dataset' },
  website: { name: 'Website' },
  html: { name: 'HTML' },
  blog: { name: 'Blog' },
  supp: { name: 'Supplement' },
};

/** Fields whose text may contain links. */
export const linkedFields: ReadonlySet<string> = new Set([
  ...['abstract', 'note', 'addendum', 'howpublished', 'award'],
]);

/** Fields that the page of a publication shows, besides names and the title. */
export const shownFields: ReadonlySet<string> = new Set([
  ...['journal', 'journaltitle', 'booktitle', 'series', 'volume', 'number', 'issue', 'edition'],
  ...['pages', 'eid', 'articleno', 'article-number', 'art_number'],
  ...['publisher', 'school', 'institution', 'organization', 'location', 'address', 'type'],
  ...['year', 'month', 'day', 'date', 'pubstate', 'collaboration'],
  ...['doi', 'url', 'eprint', 'eprinttype', 'archiveprefix', 'arxiv', 'isbn', 'issn'],
  ...['abstract', 'keywords', 'author_keywords', 'note', 'addendum', 'howpublished', 'award'],
  ...Object.keys(linkFields),
]);

/** Fields that only change how the others are read. */
const readFields = new Set([
  'author',
  'editor',
  'title',
  'subtitle',
  'crossref',
  'langid',
  'selected',
  'language',
]);

/** Fields that reference managers keep for their users, and that a citation does not need. */
export const privateField =
  /^(?:abstract|annot(?:e|ation)|comment|crossref|date-(?:added|modified)|file|groups|(?:author_)?keywords|local-url|owner|ranking|rating|read(?:status)?|review|timestamp|username|creationdate|modificationdate|priority|qualityassured|printed|pdf|(?:bdsk|mendeley|citeulike|jabref|zotero)-?.*|__.*)$/;

/** Returns the fields that no page shows outside the BibTeX of the entry. @param names In lower case. */
export function pickHiddenFields(names: readonly string[]): string[] {
  return names.filter((name) => !shownFields.has(name) && !readFields.has(name));
}
