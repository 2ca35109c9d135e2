import type { ParseFailure } from './key-positions.ts';

/** A file split at its fences. `line` is the line of the opening fence, counted from 1. */
export interface Fenced {
  dialect: 'yaml' | 'toml';
  raw: string;
  line: number;
  body: string;
  bodyLine: number;
}

const LINE = /([^\r\n]*)(\r\n|\n|\r|$)/y;

/** Splits a file at `---` or `+++` on its first line that is not blank and at the same mark below it. */
export function findFence(text: string): Fenced | { failure: ParseFailure } {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let number = 0;
  let opening: { mark: string; line: number; end: number } | undefined;
  let other: number | undefined;
  while (at < text.length) {
    LINE.lastIndex = at;
    const [whole = '', content = ''] = LINE.exec(text) ?? [];
    number += 1;
    const line = content.trimEnd();
    if (!opening) {
      if (line.trim() !== '' && line !== '---' && line !== '+++') return missing(number, content);
      if (line.trim() !== '') opening = { mark: line, line: number, end: at + whole.length };
    } else if (line === opening.mark) {
      return {
        dialect: opening.mark === '---' ? 'yaml' : 'toml',
        raw: text.slice(opening.end, at),
        line: opening.line,
        body: text.slice(at + whole.length),
        bodyLine: number + 1,
      };
    } else if (/^\s*(---+|\+\+\++|\.\.\.)$/.test(line)) other ??= number;
    at += whole.length;
  }
  return opening ? unclosed(opening.mark, opening.line, other) : missing(1, '');
}

function missing(line: number, content: string): { failure: ParseFailure } {
  const remedy = 'Start the file with a line ---, then title: and date:, then another line ---.';
  const message = /^\s*[-+\u2010-\u2015]{1,}\s*$/.test(content)
    ? 'the first line is not exactly ---, so the file has no front matter'
    : 'the file does not start with front matter';
  return {
    failure: { position: { line, column: 1 }, code: 'front-matter/missing', message, remedy },
  };
}

function unclosed(
  mark: string,
  line: number,
  other: number | undefined,
): { failure: ParseFailure } {
  const message =
    other === undefined
      ? `the front matter that starts with ${mark} is not closed`
      : `the front matter that starts with ${mark} is not closed: line ${other} has a different mark`;
  const remedy = `Add a line with only ${mark} after the last key.`;
  return {
    failure: { position: { line, column: 1 }, code: 'front-matter/unclosed', message, remedy },
  };
}
