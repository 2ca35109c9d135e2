import type { BibName } from './citable.ts';

/** One entry of a BibTeX file, its strings resolved and what it inherits by `crossref` filled in. */
export interface BibEntry {
  /** As written; unique in its file, capitals aside. */
  key: string;
  /** `article`, `inproceedings`: lower case. */
  type: string;
  /** Markdown on one line, with formulas between dollars; the subtitle behind a colon. */
  title: string;
  authors: BibName[];
  editors: BibName[];
  /** Whether the authors, or the editors where there are none, end in `and others`. */
  others: boolean;
  /**
   * Every other field by its name in lower case: Markdown on one line, save those that are addresses
   * or identifiers (`url`, `doi`, `eprint`), which are plain text. Lists are joined by a comma.
   */
  fields: Record<string, string>;
  /** The entry for a visitor to copy: well-formed, a field a line, without private fields. */
  bibtex: string;
  /** The line of its `@`, counted from 1. */
  line: number;
}
