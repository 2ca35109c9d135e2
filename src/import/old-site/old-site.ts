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
  /** What it holds, as read; a file of one part of the configuration holds that part alone. */
  data: Record<string, unknown>;
  /** Lines, counted from 1, that are not valid and were skipped; absent for a file without any. */
  passedOver?: { line: number; text: string }[];
}

/** Which theme the old site was made with; it decides what folders and keys mean. */
export type OldTheme = 'academic' | 'wowchemy' | 'hugoblox' | 'academicpages';

/** An old site as it lies there. Nothing of it is ever changed. */
export interface OldSite {
  /** Absolute. */
  root: string;
  theme: OldTheme;
  /** Every file, by path, but for version control and what the old generator made. */
  files: readonly OldFile[];
  /** Folders and files that were not looked at: version control, and what a program makes anew. */
  unreadFolders: readonly { path: string; reason: string }[];
  /** Links out of the folder and what cannot be read; they are files of the site, but not of `files`. */
  unreadable: readonly { path: string; reason: string }[];
  /** In the order in which the generator reads them: later ones say more. */
  configs: readonly OldConfig[];
  /** The language of its pages, a BCP 47 tag, as far as the configuration says. */
  language?: string;
  /** The text of one of its files. */
  read(path: string): string;
}
