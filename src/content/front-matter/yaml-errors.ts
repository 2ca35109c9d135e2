import { YAMLException } from 'js-yaml';
import { quote } from '../../schema/describe.ts';
import type { ParseFailure } from './key-positions.ts';
import { positionIn, splitLines, type Position } from './position.ts';

/** The error of js-yaml, its position and the lines around it. */
interface ErrorContext {
  reason: string;
  position: Position;
  /** The lines of the front matter; `line` is the one at `position`. */
  lines: string[];
  line: string;
  /** The start of the value that js-yaml was parsing. */
  unfinished: Position | undefined;
}

/** The message for the author, with a position if it differs from that of the error. */
type Explanation = Pick<ParseFailure, 'message' | 'remedy'> & { position?: Position };

type Explain = (context: ErrorContext) => Explanation | undefined;

const KEY = /^\s*(?:- )?\s*([\w-]+)\s*/;
const EXPLANATIONS: readonly Explain[] = [
  openQuote,
  tab,
  control,
  escape,
  tomlLine,
  template,
  afterQuote,
  colonInText,
  reservedMark,
  openBracket,
  lineWithoutKey,
  indentation,
];

/** Turns an error of js-yaml into words for an author, at the place where the cause lies. */
export function explainYaml(error: unknown, text: string, unfinished?: number): ParseFailure {
  const positionOf = positionIn(text);
  const lines = splitLines(text);
  const mark = error instanceof YAMLException ? error.mark : undefined;
  const position = lastFilled(positionOf(mark?.position ?? 0), lines);
  const context: ErrorContext = {
    reason: error instanceof YAMLException ? error.reason : 'it is nested too deeply',
    position,
    lines,
    line: lines[position.line - 1] ?? '',
    unfinished: unfinished === undefined ? undefined : positionOf(unfinished),
  };
  const found = EXPLANATIONS.map((explain) => explain(context)).find((one) => one !== undefined);
  return {
    code: 'front-matter/unreadable',
    position: found?.position ?? position,
    message: found?.message ?? `the YAML cannot be parsed: ${context.reason}`,
    remedy: found?.remedy ?? 'Put the value of this line in quotes.',
  };
}

function openQuote({ reason, unfinished, position, lines }: ErrorContext): Explanation | undefined {
  const kind = /within a (single|double) quoted scalar/.exec(reason)?.[1];
  if (kind === undefined) return undefined;
  const mark = kind === 'single' ? "'" : '"';
  const start = unfinished ?? position;
  const key = KEY.exec(lines[start.line - 1] ?? '')?.[1] ?? 'the value';
  return {
    position: start,
    message: `the quotation mark at the start of ${key} is not closed`,
    remedy: `Add ${mark} at the end of the text.`,
  };
}

function tab({ reason, line, position }: ErrorContext): Explanation | undefined {
  const indent = /^ *\t/.exec(line);
  if (!indent && !/tab characters/.test(reason)) return undefined;
  return {
    position: { line: position.line, column: indent?.[0].length ?? position.column },
    message: 'the line is indented with a tab',
    remedy: 'Indent with spaces.',
  };
}

function control({ reason }: ErrorContext): Explanation | undefined {
  if (!/null byte|non-printable/.test(reason)) return undefined;
  const remedy = 'Delete the line and type it again.';
  return { message: 'the line contains an invisible character', remedy };
}

function escape({ reason, line }: ErrorContext): Explanation | undefined {
  if (!/escape sequence|hexadecimal/.test(reason)) return undefined;
  const inTex = line.includes('$') ? ', also in TeX' : '';
  return {
    message: `a backslash in double quotes starts an escape sequence${inTex}`,
    remedy: 'Use single quotes, or double each backslash.',
  };
}

function tomlLine({ lines, position }: ErrorContext): Explanation | undefined {
  const index = nearest(lines, position, (line) => /^\s*[\w-]+ *=(?!=)/.test(line));
  if (index === undefined) return undefined;
  const line = lines[index] ?? '';
  const key = line.slice(0, line.indexOf('=')).trim();
  return {
    position: { line: index + 1, column: line.indexOf('=') + 1 },
    message: `${key} is followed by "=", as in TOML, but the front matter between --- is YAML`,
    remedy: `Write ${key}: and the value, or use +++ for TOML.`,
  };
}

function template({ lines, position }: ErrorContext): Explanation | undefined {
  const index = nearest(lines, position, (line) => /:\s*(\{\{|\{%|<%)/.test(line));
  if (index === undefined) return undefined;
  const line = lines[index] ?? '';
  return {
    position: { line: index + 1, column: line.search(/\{\{|\{%|<%/) + 1 },
    message: `${quote(line)} is a template placeholder without a value`,
    remedy: 'Write the value, or delete the line.',
  };
}

function afterQuote({ line, position }: ErrorContext): Explanation | undefined {
  const match = /^\s*(?:- )?[\w-]+:\s+("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*([^\s#].*)$/.exec(line);
  if (!match) return undefined;
  const column = line.length - (match[2]?.length ?? 0) + 1;
  return {
    position: { line: position.line, column },
    message: `text follows the closing quotation mark: ${quote(match[2] ?? '')}`,
    remedy:
      'Put the whole value in one pair of quotes, and write \\" for a mark inside double quotes.',
  };
}

function colonInText({ lines, position }: ErrorContext): Explanation | undefined {
  const form = /^(\s*(?:- )?[\w-]+:\s+)([^"'[{|>#\s&*!].*?:\s.*)$/;
  const index = nearest(lines, position, (line) => form.test(line));
  const match = index === undefined ? null : form.exec(lines[index] ?? '');
  if (index === undefined || !match) return undefined;
  const [, start = '', value = ''] = match;
  return {
    position: { line: index + 1, column: start.length + 1 },
    message: `the value contains a colon but is not in quotes: ${quote(value)}`,
    remedy: `Write ${start.trim()} ${inQuotes(value)}.`,
  };
}

/** As YAML reads it back: in single quotes where it has double ones. */
function inQuotes(value: string): string {
  return value.includes('"') ? `'${value.replaceAll("'", "''")}'` : quote(value);
}

function reservedMark({ lines, position }: ErrorContext): Explanation | undefined {
  const form = /^(\s*(?:- )?[\w-]+:\s+)([@`%*&!|>,\]}].*)$/;
  const index = nearest(lines, position, (line) => form.test(line));
  const [, start = '', value = ''] = form.exec(lines[index ?? -1] ?? '') ?? [];
  if (index === undefined) return undefined;
  return {
    position: { line: index + 1, column: start.length + 1 },
    message: `the value starts with ${value[0]}, which has a special meaning in YAML`,
    remedy: `Put the value in quotes: ${start.trim()} ${inQuotes(value)}.`,
  };
}

function openBracket({
  reason,
  lines,
  position,
  unfinished,
}: ErrorContext): Explanation | undefined {
  if (!/flow collection|node content/.test(reason)) return undefined;
  const start = [unfinished?.line ?? position.line, position.line].map((line) => line - 1);
  const index = start.find((line) => /[[{]/.test(lines[line] ?? '')) ?? position.line - 1;
  const column = (lines[index] ?? '').search(/[[{]/) + 1;
  return {
    position: column > 0 ? { line: index + 1, column } : position,
    message: 'the list or map that starts here is not closed, or a comma is missing',
    remedy:
      'Separate the items with commas, and close with ] or }. Put text with brackets in quotes.',
  };
}

function lineWithoutKey({ lines, position }: ErrorContext): Explanation | undefined {
  const index = nearest(lines, position, (line) => /^[^\s#-]/.test(line) && !/:(\s|$)/.test(line));
  if (index === undefined) return undefined;
  const line = lines[index] ?? '';
  const glued = /^([\w-]+):(\S.*)$/.exec(line);
  return {
    position: { line: index + 1, column: 1 },
    message: `${quote(line)} is not a key with a value`,
    remedy: glued
      ? `Put a space after the colon: ${glued[1]}: ${glued[2]}.`
      : 'Put text of several lines in quotes, or indent it after "|". Start a comment with #.',
  };
}

function indentation({ reason, line, position }: ErrorContext): Explanation | undefined {
  if (!/indentation|implicit|mapping|whitespace/.test(reason)) return undefined;
  return {
    position: { line: position.line, column: line.search(/\S/) + 1 || 1 },
    message: 'the line does not match the structure of the lines above it',
    remedy: 'Start all keys of one level in the same column, and write a space after each colon.',
  };
}

/** Finds a line of a form: the line of the error or the one above it. */
function nearest(lines: string[], { line }: Position, wanted: (line: string) => boolean) {
  return [line - 1, line - 2].find((index) => lines[index] !== undefined && wanted(lines[index]));
}

/** Returns the position, or the end of the last line with text if the error is after it. */
function lastFilled(position: Position, lines: string[]): Position {
  let line = Math.min(position.line, lines.length);
  while (line > 1 && (lines[line - 1] ?? '').trim() === '') line -= 1;
  return line === position.line ? position : { line, column: (lines[line - 1] ?? '').length || 1 };
}
