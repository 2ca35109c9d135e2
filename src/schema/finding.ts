/**
 * An error stops a build; a warning leaves something off a page. A note is worth knowing and right
 * as it is: what was passed over, what a template left behind. Equal notes are told together.
 */
export type Severity = 'error' | 'warning' | 'note';

/** The keys that lead to a value: `['links', 0, 'url']`. Empty for the front matter as a whole. */
export type KeyPath = readonly (string | number)[];

/** Something to tell the author about one key. Located later by the reader. */
export interface Finding {
  path: KeyPath;
  severity: Severity;
  /** A permanent name, such as `talk/date-unreadable`. */
  code: string;
  /** What was found and what is wrong with it, without a full stop at the end. */
  message: string;
  /** What to write instead, as a sentence. */
  remedy: string;
  /** Set when the key itself is meant, not its value. */
  key?: true;
  /** Where it stands, both numbers counted from 1, when `path` alone cannot say. */
  position?: { line: number; column: number };
  /** The file that is wrong, absolute, when it is not the one that is read but one it names. */
  otherFile?: string;
  /** The shortcode that is not known. */
  shortcode?: string;
}
