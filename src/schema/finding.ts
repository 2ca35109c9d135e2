/**
 * An error stops a build; a warning leaves something off a page. A note is worth knowing and right
 * as it is: what was passed over, what a template left behind. Equal notes are told together.
 */
export type Severity = 'error' | 'warning' | 'note';

/** The keys that lead to a value: `['links', 0, 'url']`. Empty for the front matter as a whole. */
export type KeyPath = readonly (string | number)[];

/** The permanent name of a problem, as it is printed: a topic and what is wrong. */
export type FullCode = `${string}/${string}`;

/** Something to tell the author about one key. Located later by the reader. */
export interface Finding {
  path: KeyPath;
  severity: Severity;
  /**
   * What is wrong, such as `date-unreadable`; its topic is that of the file in which it is found. With
   * a topic of its own, such as `text/unknown-shortcode`, where whoever finds it knows that.
   */
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

/** The code as it is printed: `date-unreadable` of a talk is `talk/date-unreadable`. */
export function toFullCode(code: string, topic: string): FullCode {
  return isFull(code) ? code : `${topic}/${code}`;
}

function isFull(code: string): code is FullCode {
  return code.includes('/');
}
