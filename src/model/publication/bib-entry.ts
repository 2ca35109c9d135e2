import { findOwn } from '../../schema/own-value.ts';
import type { PublicationFrontMatter } from '../../schema/publication.ts';
import { etAl } from '../page/author.ts';
import { findArxivId, toArxivId, toDoi } from '../page/doi.ts';
import { toIssued } from './bib-date.ts';
import { linkFields } from './bib-fields.ts';
import { findAddress, toRemarks } from './bib-remarks.ts';
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
  const remarks = toRemarks(fields);
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
    page: toPageRange(fields['pages'] ?? toArticleNumber(fields)),
    publisher: isPreprint ? undefined : toPublisher(fields),
    publisherPlace: fields['location'] ?? fields['address'],
    genre: toGenre(entry),
    DOI: toDoi(fields['doi'] ?? '') ?? toDoi(fields['url'] ?? ''),
    URL: toUrl(fields),
    status: remarks.status,
    note: remarks.note,
    arxiv,
    ISBN: fields['isbn'],
    ISSN: fields['issn'],
    bibtex: entry.bibtex,
  };
  return {
    id: entry.key,
    type: isPreprint ? 'article' : (findOwn(citableTypes, type) ?? 'document'),
    title: entry.title,
    author: addCollaboration(entry),
    editor: entry.editors,
    others: entry.others,
    ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
  };
}

/** Types of entries whose field `type` is a note of a program, such as `Article` in exports of Scopus. */
const typedByEntry = /^(?:article|inproceedings|conference|book|incollection|inbook)$/;

function toGenre({ type, fields }: BibEntry): string | undefined {
  const text = typedByEntry.test(type) ? undefined : fields['type'];
  return findOwn(genreNames, (text ?? '').toLowerCase()) ?? text ?? findOwn(genreNames, type);
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
  const arxiv = toArxivId(fields['arxiv'] ?? '') ?? findArxivId(fields['arxiv'] ?? '');
  const otherTexts = [fields['url'], fields['doi'], fields['journal'], fields['note']];
  return eprint ?? arxiv ?? otherTexts.map((text) => findArxivId(text ?? '')).find(Boolean);
}

/** Writes ranges with en dashes, and their ends in full: `123-9` is `123–129`, as in PubMed. */
function toPageRange(pages: string | undefined): string | undefined {
  return pages
    ?.replace(/(\w)\s*(?:--?-?|–|—|‐|‑)\s*(?=\w)/g, '$1–')
    .replace(/(?<![\w.])(\d+)–(\d+)(?![\w.])/g, (range, first: string, last: string) => {
      if (last.length >= first.length) return range;
      return `${first}–${first.slice(0, first.length - last.length)}${last}`;
    });
}

/** Returns the number of an article in a journal without pages. */
function toArticleNumber(fields: Fields): string | undefined {
  return fields['eid'] ?? fields['articleno'] ?? fields['article-number'] ?? fields['art_number'];
}

/** Adds the collaboration in whose name the authors write, as in exports of INSPIRE. */
function addCollaboration({ authors, fields }: BibEntry): BibName[] {
  const name = fields['collaboration'];
  if (name === undefined) return authors;
  const literal = /collaboration|team|group|consortium/i.test(name)
    ? name
    : `${name} Collaboration`;
  const isListed = authors.some((author) => formatBibName(author).includes(name));
  return isListed ? authors : [...authors, { literal }];
}

/** Returns the address of an entry: its `url`, or the address in `howpublished`. A DOI has an address of its own. */
function toUrl({ url, howpublished }: Fields): string | undefined {
  if (url === undefined) return findAddress(howpublished);
  const [first = ''] = url.split(/[\s;]+(?=https?:)/);
  const doi = toDoi(first);
  if (doi !== undefined) return `https://doi.org/${doi}`;
  const arxiv = toArxivId(first);
  if (arxiv !== undefined) return `https://arxiv.org/abs/${arxiv}`;
  const handle = /^hdl:\s*(\S+)$/i.exec(first)?.[1];
  return handle === undefined ? first : `https://hdl.handle.net/${handle}`;
}

/** Converts an entry to the front matter of a publication. */
export function bibEntryToFrontMatter(entry: BibEntry): PublicationFrontMatter {
  const citable = bibEntryToCitable(entry);
  const { author, editor, issued, arxiv, DOI, URL, note } = citable;
  const people = (author.length > 0 ? author : editor).map(formatMarkedName);
  const publication = formatVenue(citable);
  const { abstract, keywords, author_keywords } = entry.fields;
  const tags = toTags(author_keywords ?? keywords ?? '');
  return {
    title: entry.title,
    ...(people.length > 0 && { authors: [...people, ...(citable.others ? [etAl] : [])] }),
    ...(issued && { date: toDate(issued) }),
    publication_types: [citable.type],
    ...(publication && { publication }),
    ...(note && { note }),
    ...(abstract && { abstract }),
    ...(DOI && { doi: DOI }),
    ...(arxiv && { url_preprint: `https://arxiv.org/abs/${arxiv}` }),
    ...(URL && !/arxiv\.org|doi\.org/i.test(URL) && { link: URL }),
    ...toLinks(entry.fields),
    ...(tags.length > 0 && { tags }),
    ...(/^(true|yes)$/i.test(entry.fields['selected'] ?? '') && { featured: true }),
  };
}

function toDate({ year, month, day }: Issued): NonNullable<PublicationFrontMatter['date']> {
  const precision = month === undefined ? 'year' : 'month';
  return { year, month: month ?? 1, day: day ?? 1, ...(day === undefined && { precision }) };
}

function toTags(keywords: string): string[] {
  const tags = keywords.split(/\s*[,;]\s*/).filter(Boolean);
  return [...new Set(tags)].sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase()));
}

/** Returns the links in fields such as `pdf` and `code`, as keys of the front matter. */
function toLinks(fields: Fields): Partial<PublicationFrontMatter> {
  const keys: Record<string, string> = {};
  const links: NonNullable<PublicationFrontMatter['links']> = [];
  for (const [field, link] of Object.entries(linkFields)) {
    const url = fields[field];
    if (url === undefined) continue;
    if ('kind' in link) keys[`url_${link.kind}`] ??= url;
    else links.push({ name: link.name, url });
  }
  return { ...keys, ...(links.length > 0 && { links }) };
}

/** Formats a name with its marks, as authors are written in front matter. */
function formatMarkedName(name: BibName): string {
  return formatBibName(name) + (name.mark === undefined ? '' : `<sup>${name.mark}</sup>`);
}

/**
 * Formats the venue as Markdown: `In *Proceedings*, 1–12` · `*Journal*, 12(3), 45–78` · `*Journal*, in press` ·
 * `Example Press`.
 */
function formatVenue(citable: Citable): string {
  const { type, containerTitle, volume, issue, page, publisher, genre, status } = citable;
  const preposition = type === 'paper-conference' || type === 'chapter' ? 'In ' : '';
  const number = volume && issue ? `${volume}(${issue})` : (volume ?? issue);
  const parts = containerTitle
    ? [`${preposition}*${containerTitle}*`, number, page]
    : [genre, publisher];
  const words = parts.filter(Boolean);
  if (!status) return words.join(', ');
  const isFirst = words.length === 0;
  const first = status.charAt(0);
  const start = isFirst || /^.\p{Lu}/u.test(status) ? first.toUpperCase() : first.toLowerCase();
  return [...words, start + status.slice(1)].join(', ');
}
