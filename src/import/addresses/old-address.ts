/** The content of an address of an old site. Paths are as in `OldFile`. */
export type OldTarget =
  | { kind: 'home' }
  /** The page of a file. */
  | { kind: 'page'; file: string }
  /** The list of a folder's pages, which may have a text of its own. */
  | { kind: 'list'; files: readonly string[]; name: string; file?: string }
  /** The list of a taxonomy's terms: `tags`. */
  | { kind: 'terms'; taxonomy: string }
  /** The pages that have a term: those of a tag or of an author, who may have a file. */
  | { kind: 'term'; taxonomy: string; term: string; file?: string; files: readonly string[] }
  /** What appears in a list, as a feed. */
  | { kind: 'feed'; of: OldTarget }
  /** A file that was served unchanged. */
  | { kind: 'file'; file: string }
  | { kind: 'sitemap' }
  /** An address that cannot be redirected, with the reason for the import report. */
  | { kind: 'none'; reason: string };

export interface OldAddress {
  /** With the slash in front, as a browser shows it, not encoded: `/talk/nyu/`. */
  old: string;
  target: OldTarget;
  /**
   * Set for an address by the rules of an older version of the generator. It counts only if nothing else
   * has the address, and it is not reported if it has no target.
   */
  guessed?: true;
}
