import type { Finding, FullCode, KeyPath } from '../../schema/finding.ts';

/**
 * The number of keys and items in a file that are read: more than an author writes. A parser needs about 4 KB of memory
 * for each.
 */
export const MAX_VALUES = 50_000;

/** A position in a file. Both numbers count from 1; the column counts UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

const LINE_BREAK = /\r\n|\n|\r/g;

/** Splits a text into lines, without their line breaks and without a byte order mark. */
export function splitLines(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(LINE_BREAK);
}

/** Returns a function that converts an offset in the text to a line and column. */
export function createPositionFinder(text: string): (offset: number) => Position {
  const starts = [0];
  for (const match of text.matchAll(LINE_BREAK)) starts.push(match.index + match[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** The position of a key or list item and, if it starts on the same line, of its value. */
export interface KeyPosition {
  path: KeyPath;
  key: Position;
  value?: Position;
}

/** The result of parsing YAML or TOML. */
export interface ParsedKeys {
  data: Record<string, unknown>;
  /** Every key and list item in the order of the file, duplicate keys included. */
  positions: KeyPosition[];
  /** What is probably a mistake, with its position. */
  findings?: Finding[];
}

/** The reason why a text cannot be parsed, and the position of its cause. */
export interface ParseFailure {
  position: Position;
  code: FullCode;
  message: string;
  remedy: string;
}

/** Converts a path to a unique text, for use as the key of a map. */
export function toPathKey(path: KeyPath): string {
  return JSON.stringify(path);
}

/**
 * Returns the reason why a text with more than `MAX_VALUES` keys and items is not read.
 * @param position That of the first one that is too many.
 */
export function toTooManyFailure(position: Position): ParseFailure {
  return {
    position,
    code: 'front-matter/too-large',
    message: `there are more than ${MAX_VALUES.toLocaleString('en')} keys and items, which are too many to read`,
    remedy: 'Delete what is not needed from this line on.',
  };
}
