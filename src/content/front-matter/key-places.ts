import type { FullCode, KeyPath } from '../../schema/finding.ts';
import type { Position } from '../problems/problem.ts';

/** Where a key stands and, when it is on the same line, where its value begins. */
export interface KeyPlace {
  path: KeyPath;
  key: Position;
  value?: Position;
}

/** What a dialect of front matter gives back when it could be read. */
export interface Reading {
  data: Record<string, unknown>;
  /** Every key and list item in the order of the file, keys written twice included. */
  places: KeyPlace[];
}

/** Why front matter could not be read, and where. */
export interface Failure {
  position: Position;
  code: FullCode;
  message: string;
  remedy: string;
}

/** Turns an offset of the text into a line and column, for any kind of line break. */
export function positionIn(text: string): (offset: number) => Position {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
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

/** A path as a text that no other path shares. */
export function pathText(path: KeyPath): string {
  return JSON.stringify(path);
}
