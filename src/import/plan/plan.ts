/** Where something of the old site is now (`site.yaml: links`), or why it is not used. */
export type Outcome = { to: string } | { reason: string };

/** What an import will do, before anything is written. Old paths are as in `OldFile`. */
export interface Plan {
  /** Copied byte for byte, or converted from another dialect of Markdown. */
  copies: Copy[];
  /** Files whose content is in written files, in another form. */
  converted: { from: string; into: string[] }[];
  /** Skipped files, each with its reason for the import report. */
  skipped: { from: string; reason: string }[];
  /** Files that did not exist before: site.yaml, about.md, cv.yaml and so on. */
  newFiles: NewFile[];
  /** Every key of the configuration, of the owner's profile and of the widgets. */
  settings: SettingOutcome[];
  /** Every part of the old home page. */
  widgets: WidgetOutcome[];
  /** The times of talks without a time zone; absent if there are none. */
  zonelessTimes?: ZonelessTimes;
}

/** Times of talks without a time zone. */
export interface ZonelessTimes {
  count: number;
  /** The zone of the old site, in which they are read. */
  zone?: string;
  /** The zone is the default of a template, and may be wrong. */
  isDefault?: boolean;
}

export interface Copy {
  from: string;
  /** From the root of the author's folder: `content/talks/nyu/index.md`, `public/files/cv.pdf`. */
  to: string;
  /** Why it is quarantined, for the import report. Absent for files in use. */
  quarantineReason?: string;
  /** The text of a converted file. Absent for a file that is copied byte for byte. */
  text?: string;
  /** Whether a converted file has code whose output is missing. */
  isUnrendered?: true;
}

export interface NewFile {
  /** As in `Copy`. */
  to: string;
  text: string;
}

export interface SettingOutcome {
  /** The old file and the key in it: `params.social.0.link`. */
  file: string;
  key: string;
  /** Where it is used (`site.yaml: links`), or why it is not used. */
  outcome: Outcome;
}

export interface WidgetOutcome {
  /** The old file, and the number of the section where one file holds several. */
  file: string;
  section?: number;
  /** What the theme calls it: `about`, `accomplishments`, `collection`. */
  kind: string;
  active: boolean;
  outcome: Outcome;
}

/** The outcome of an old address. */
export interface AddressOutcome {
  /** With the slash in front, below the base path of the old site: `/talk/nyu/`. */
  old: string;
  /** An address of the new site, or why it does not have one. */
  outcome: Outcome;
}

/** Removes the full stop at the end of a sentence. */
export function trimFullStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

/** An error that stops the import. Its message is shown to the author. */
export class ImportError extends Error {
  override name = 'ImportError';
}
