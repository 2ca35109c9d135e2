import type { PublicationFrontMatter } from '../../schema/publication.ts';
import { etAl } from '../page/author.ts';
import { findArxivId, toArxivId, toDoi } from '../page/doi.ts';
import {
  type BibName,
  type Citable,
  type CitableType,
  formatBibName,
  type Issued,
} from './citable.ts';

/** An entry of a BibTeX file, with resolved strings and the fields inherited by `crossref`. */
export interface BibEntry {
  /** As written; unique in its file, ignoring case. */
  key: string;
  /** `article`, `inproceedings`: lower case. */
  type: string;
  /** Markdown on one line, with formulas between dollars; the subtitle after a colon. */
  title: string;
  authors: BibName[];
  editors: BibName[];
  /** Whether the authors, or else the editors, end in `and others`. */
  others: boolean;
  /**
   * Every other field by its name in lower case: Markdown on one line, except for addresses and
   * identifiers (`url`, `doi`, `eprint`), which are plain text. Lists are joined by a comma.
   */
  fields: Record<string, string>;
  /** The entry for a visitor to copy: well-formed, one field per line, without private fields. */
  bibtex: string;
  /** The line of its `@`, from 1. */
  line: number;
}

type Fields = BibEntry['fields'];

/** Entry types of BibTeX and BibLaTeX; any other is a `document`. */
const citableTypes: Record<string, CitableType> = {
  article: 'article-journal',
  suppperiodical: 'article-journal',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  proceedings: 'book',
  mvproceedings: 'book',
  book: 'book',
  mvbook: 'book',
  collection: 'book',
  mvcollection: 'book',
  reference: 'book',
  incollection: 'chapter',
  inbook: 'chapter',
  bookinbook: 'chapter',
  inreference: 'chapter',
  suppbook: 'chapter',
  suppcollection: 'chapter',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  manual: 'report',
  booklet: 'pamphlet',
  unpublished: 'manuscript',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  software: 'software',
  dataset: 'dataset',
  patent: 'patent',
};
/** Genres by entry type, and by the values of the field `type` in BibLaTeX. */
const genreNames: Record<string, string> = {
  phdthesis: 'PhD thesis',
  mastersthesis: 'Master’s thesis',
  techreport: 'Technical report',
  mathesis: 'Master’s thesis',
  candthesis: 'Candidate thesis',
  techrep: 'Technical report',
  resreport: 'Research report',
};
const preprintServerPattern = /arxiv|^CoRR$/i;

/** Converts an entry to a citable item, by the fields of BibLaTeX (manual, 2.2) and BibTeX. */
export function bibEntryToCitable(entry: BibEntry): Citable {
  const { fields, type } = entry;
  const arxiv = toArxiv(fields);
  const venue = fields['journaltitle'] ?? fields['journal'] ?? fields['booktitle'];
  const isPreprint = arxiv !== undefined && isOnlyPreprint(entry, venue);
  const isReport = ['techreport', 'report', 'patent', 'manual'].includes(type);
  const values = {
    issued: toIssued(fields),
    containerTitle: isPreprint ? undefined : venue,
    collectionTitle: fields['series'],
    volume: isPreprint ? undefined : fields['volume'],
    issue: isReport ? fields['issue'] : (fields['issue'] ?? fields['number']),
    number: isReport ? fields['number'] : undefined,
    edition: fields['edition'],
    page: toPageRange(fields['pages']),
    publisher: isPreprint ? undefined : toPublisher(fields),
    publisherPlace: fields['location'] ?? fields['address'],
    genre: genreNames[(fields['type'] ?? '').toLowerCase()] ?? fields['type'] ?? genreNames[type],
    DOI: toDoi(fields['doi'] ?? '') ?? toDoi(fields['url'] ?? ''),
    URL: fields['url'],
    arxiv,
    ISBN: fields['isbn'],
    ISSN: fields['issn'],
    bibtex: entry.bibtex,
  };
  return {
    id: entry.key,
    type: isPreprint ? 'article' : (citableTypes[type] ?? 'document'),
    title: entry.title,
    author: entry.authors,
    editor: entry.editors,
    others: entry.others,
    ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
  };
}

/** Returns whether an entry was published only on a preprint server. */
function isOnlyPreprint({ type, fields }: BibEntry, venue: string | undefined): boolean {
  if (venue !== undefined) return preprintServerPattern.test(venue);
  const isOpenType = ['article', 'misc', 'online', 'unpublished', 'techreport', 'report'].includes(
    type,
  );
  return isOpenType && fields['institution'] === undefined;
}

function toPublisher(fields: Fields): string | undefined {
  return fields['publisher'] ?? fields['school'] ?? fields['institution'] ?? fields['organization'];
}

function toArxiv(fields: Fields): string | undefined {
  const server = fields['eprinttype'] ?? fields['archiveprefix'] ?? 'arxiv';
  const eprint = /^arxiv$/i.test(server) ? toArxivId(fields['eprint'] ?? '') : undefined;
  const otherTexts = [fields['url'], fields['doi'], fields['journal'], fields['note']];
  return eprint ?? otherTexts.map((text) => findArxivId(text ?? '')).find(Boolean);
}

function toIssued({ date = '', year = '', month = '', day = '' }: Fields): Issued | undefined {
  const digits = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date) ?? [];
  const yearText = digits[1] ?? /(?<!\d)\d{4}(?!\d)/.exec(year)?.[0];
  if (yearText === undefined) return undefined;
  const m = Number(digits[2] ?? (digits[1] === undefined ? month : ''));
  const d = Number(digits[3] ?? (digits[1] === undefined ? day : ''));
  const hasMonth = Number.isInteger(m) && m >= 1 && m <= 12;
  const hasDay = hasMonth && Number.isInteger(d) && d >= 1 && d <= 31;
  return { year: Number(yearText), ...(hasMonth && { month: m }), ...(hasDay && { day: d }) };
}

function toPageRange(pages: string | undefined): string | undefined {
  return pages?.replace(/(\w)\s*(?:--?-?|–|—|‐|‑)\s*(?=\w)/g, '$1–');
}

/** Converts an entry to the front matter of a publication. */
export function bibEntryToFrontMatter(entry: BibEntry): PublicationFrontMatter {
  const citable = bibEntryToCitable(entry);
  const { author, editor, issued, arxiv, DOI, URL } = citable;
  const people = (author.length > 0 ? author : editor).map(formatBibName);
  const publication = formatVenue(citable);
  const { abstract, keywords } = entry.fields;
  const tags = keywords?.split(/\s*[,;]\s*/).filter(Boolean);
  return {
    title: entry.title,
    ...(people.length > 0 && { authors: [...people, ...(citable.others ? [etAl] : [])] }),
    ...(issued && { date: { month: 1, day: 1, ...issued } }),
    publication_types: [citable.type],
    ...(publication && { publication }),
    ...(abstract && { abstract }),
    ...(DOI && { doi: DOI }),
    ...(arxiv && { url_preprint: `https://arxiv.org/abs/${arxiv}` }),
    ...(URL && !/arxiv\.org|doi\.org/i.test(URL) && { link: URL }),
    ...(tags && { tags }),
  };
}

/** Formats the venue as Markdown: `In *Proceedings*, 1–12` · `*Journal*, 12(3), 45–78` · `Example Press`. */
function formatVenue(citable: Citable): string {
  const { type, containerTitle, volume, issue, page, publisher, genre } = citable;
  const preposition = type === 'paper-conference' || type === 'chapter' ? 'In ' : '';
  const number = volume && issue ? `${volume}(${issue})` : (volume ?? issue);
  const parts = containerTitle
    ? [`${preposition}*${containerTitle}*`, number, page]
    : [genre, publisher];
  return parts.filter(Boolean).join(', ');
}
