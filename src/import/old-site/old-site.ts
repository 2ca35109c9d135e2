/** A file of the old site. */
export interface OldFile {
  /** From the root of the old site, with forward slashes: `content/talk/nyu/index.md`. */
  path: string;
  /** In bytes. */
  size: number;
}

/** A file that configures the old site. */
export interface OldConfig {
  /** As in `OldFile`. */
  path: string;
  /** The parsed content. A file for one part of the configuration contains only that part. */
  data: Record<string, unknown>;
  /** Invalid lines, counted from 1, that were skipped; absent for a valid file. */
  skippedLines?: { line: number; text: string }[];
}

/** The theme of the old site, which defines the meaning of folders and keys. */
export type OldTheme =
  'academic' | 'wowchemy' | 'hugoblox' | 'academicpages' | 'al-folio' | 'quarto';

/** An old site on the disk. The import never changes it. */
export interface OldSite {
  /** Absolute. */
  root: string;
  theme: OldTheme;
  /** Every file, sorted by path, without version control and generated files. */
  files: readonly OldFile[];
  /** Folders and files that were not read: version control and generated files. */
  unreadFolders: readonly { path: string; reason: string }[];
  /** Files that cannot be read, and links out of the folder. They are not in `files`. */
  unreadable: readonly { path: string; reason: string }[];
  /** In the order in which the generator reads them: later ones override earlier ones. */
  configs: readonly OldConfig[];
  /** The language of its pages, a BCP 47 tag, if the configuration has one. */
  language?: string;
  /** Returns the text of one of its files. */
  read(path: string): string;
}

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
