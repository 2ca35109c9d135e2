/** Kinds of publications by their names in CSL 1.0.2, appendix III. */
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

/** A calendar date as far as it is known. Month and day count from 1. */
export interface Issued {
  year: number;
  month?: number;
  day?: number;
}

/**
 * What it takes to cite a publication: CSL-JSON in the shape of this project. Titles, and names of
 * journals, publishers and the like, are Markdown with formulas between dollars; names of people,
 * pages and identifiers are plain text.
 */
export interface Citable {
  /** Names the publication in its BibTeX: letters, digits, hyphens. */
  id: string;
  /** `article` is a preprint. */
  type: CitableType;
  title: string;
  author: BibName[];
  editor: BibName[];
  /** Whether there are more authors than named, or more editors where no author is. */
  others?: boolean;
  issued?: Issued;
  /** The journal, the proceedings or the book it is in. */
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
  /** Of a thesis the university, of a report the institution. */
  publisher?: string;
  publisherPlace?: string;
  /** `PhD thesis`, `Technical report`. */
  genre?: string;
  /** Without a resolver: `10.1000/182`. */
  DOI?: string;
  URL?: string;
  /** `2001.01234`, `math/0211159`, with its version where one was written. */
  arxiv?: string;
  ISBN?: string;
  ISSN?: string;
  /** Plain BibTeX that the author wrote; taken instead of one made up. */
  bibtex?: string;
}

/** A person or a body as BibTeX takes a name apart; `literal` stands alone, for a body. */
export interface BibName {
  given?: string;
  /** `van`, `de la`: what stands before the family name and is not sorted by. */
  particle?: string;
  family?: string;
  /** `Jr.`, `III`. */
  suffix?: string;
  literal?: string;
}

/** A name as it is read: `Ludwig van Beethoven`, `Martin Luther King Jr.`, `The LIGO Collaboration`. */
export function displayName(name: BibName): string {
  const { given, particle, family, suffix, literal } = name;
  return literal ?? [given, particle, family, suffix].filter(Boolean).join(' ');
}
