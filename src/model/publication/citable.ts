/** Types of publications, by their names in CSL 1.0.2, appendix III. */
export type CitableType =
  | 'article'
  | 'article-journal'
  | 'article-magazine'
  | 'article-newspaper'
  | 'book'
  | 'chapter'
  | 'dataset'
  | 'document'
  | 'manuscript'
  | 'pamphlet'
  | 'paper-conference'
  | 'patent'
  | 'report'
  | 'software'
  | 'speech'
  | 'thesis'
  | 'webpage';

/** A date, possibly without a month or a day. Both count from 1. */
export interface Issued {
  year: number;
  month?: number;
  day?: number;
}

/**
 * The data for citing a publication, similar to CSL-JSON. Titles and the names of journals and
 * publishers are Markdown with formulas between dollars; names of people, pages and identifiers are
 * plain text.
 */
export interface Citable {
  /** The key of its BibTeX: letters, digits, hyphens. */
  id: string;
  /** `article` is a preprint. */
  type: CitableType;
  title: string;
  author: BibName[];
  editor: BibName[];
  /** Whether there are more authors than listed, or more editors if there is no author. */
  others?: boolean;
  issued?: Issued;
  /** The journal, proceedings or book that contains it. */
  containerTitle?: string;
  /** The series of a book or of proceedings. */
  collectionTitle?: string;
  volume?: string;
  /** Of a journal. */
  issue?: string;
  /** Of a report or patent. */
  number?: string;
  edition?: string;
  /** With en dashes: `17–31, 40`. */
  page?: string;
  /** The publisher; for a thesis the university, for a report the institution. */
  publisher?: string;
  publisherPlace?: string;
  /** The state of what is not yet published, as Markdown: `in press`. */
  status?: string;
  /** Other remarks, such as an award, as Markdown. */
  note?: string;
  /** `PhD thesis`, `Technical report`. */
  genre?: string;
  /** Without a resolver: `10.1000/182`. */
  DOI?: string;
  URL?: string;
  /** `2001.01234`, `math/0211159`, with its version if the file has one. */
  arxiv?: string;
  ISBN?: string;
  ISSN?: string;
  /** The BibTeX that the author wrote; used instead of a generated one. */
  bibtex?: string;
}

/** The name of a person in the parts of BibTeX, or of an organisation, which is only a `literal`. */
export interface BibName {
  given?: string;
  /** `van`, `de la`: the part before the family name that sorting ignores. */
  particle?: string;
  family?: string;
  /** `Jr.`, `III`. */
  suffix?: string;
  literal?: string;
  /** The marks of footnotes, as in `Author`. */
  mark?: string;
}

/** A name in Chinese, Japanese or Korean characters. */
const eastAsianName =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー々・]+$/u;

/**
 * Formats a name for readers: `Ludwig van Beethoven`, `Martin Luther King Jr.`, `The LIGO Collaboration`. In Chinese,
 * Japanese and Korean characters the family name comes first, without a space.
 */
export function formatBibName(name: BibName): string {
  const { given, particle, family, suffix, literal } = name;
  if (family && given && eastAsianName.test(family + given)) return family + given;
  return literal ?? [given, particle, family, suffix].filter(Boolean).join(' ');
}
