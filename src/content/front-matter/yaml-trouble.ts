import type { Failure } from './key-places.ts';
import type { Position } from '../problems/problem.ts';

/** Where js-yaml gave up, and on what. */
export interface Trouble {
  reason: string;
  position: Position;
  /** The lines of the front matter; `line` is the one at `position`. */
  lines: string[];
  line: string;
  /** Where the value begins that js-yaml was reading. */
  unfinished: Position | undefined;
}

/** What to say instead of js-yaml, and where, if elsewhere. */
export type Explanation = Pick<Failure, 'message' | 'remedy'> & { position?: Position };

/** The line of the error, or the one above: js-yaml often notices one line late. */
export function nearest(lines: string[], { line }: Position, wanted: (line: string) => boolean) {
  return [line - 1, line - 2].find((index) => lines[index] !== undefined && wanted(lines[index]));
}

/** The position, or the end of the last line with text, when the error is behind it. */
export function lastFilled(position: Position, lines: string[]): Position {
  let line = Math.min(position.line, lines.length);
  while (line > 1 && (lines[line - 1] ?? '').trim() === '') line -= 1;
  return line === position.line ? position : { line, column: (lines[line - 1] ?? '').length || 1 };
}
