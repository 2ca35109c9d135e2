/**
 * An error stops the build. A warning means that a value is dropped or shown as its source. A note is for
 * information, such as a skipped file; equal notes are printed once. `severity.ts` has the severity of
 * each code.
 */
export type Severity = 'error' | 'warning' | 'note';

/** The path of keys to a value: `['links', 0, 'url']`. Empty for the whole front matter. */
export type KeyPath = readonly (string | number)[];

/** The stable name of a problem, as printed: a topic and what is wrong. */
export type FullCode = `${string}/${string}`;

/** A problem with one key. The reader of the file adds its line and column later. */
export interface Finding {
  path: KeyPath;
  /**
   * What is wrong, such as `date-unreadable`; the file adds the topic. A code that already has a topic,
   * such as `text/unknown-shortcode`, is used as it is.
   */
  code: string;
  /** What was found and why it is a problem, without a full stop at the end. */
  message: string;
  /** What happens to the value, such as `so it is ignored`. The message ends with it. */
  result?: string;
  /** What to write instead, as a sentence. */
  remedy: string;
  /** Set if the key is wrong, not its value. */
  key?: true;
  /** The position, counted from 1, if `path` is not enough to find it. */
  position?: { line: number; column: number };
  /** The name of the unknown shortcode. */
  shortcode?: string;
}

/** Returns the code as printed: `talk/date-unreadable` for `date-unreadable` in a talk. */
export function toFullCode(code: string, topic: string): FullCode {
  return isFull(code) ? code : `${topic}/${code}`;
}

function isFull(code: string): code is FullCode {
  return code.includes('/');
}
