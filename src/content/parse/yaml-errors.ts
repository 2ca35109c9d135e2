import type { ErrorCode } from 'yaml';
import { quote } from '../../schema/describe.ts';
import {
  type ParseFailure,
  type Position,
  createPositionFinder,
  splitLines,
  toTooManyFailure,
} from './position.ts';
import { listYamlTokens, type YamlToken } from './yaml-lexer.ts';

/** An error in a YAML text: `reason` is the message of the library. */
export interface YamlError {
  code: ErrorCode | 'CONTROL_CHARACTER' | 'TOO_MANY_VALUES';
  reason: string;
  offset: number;
}

interface ErrorContext extends YamlError {
  tokens: YamlToken[];
  position: Position;
  findPosition: (offset: number) => Position;
  /** The lines of the front matter; `line` is the one at `position`. */
  lines: string[];
  line: string;
}

/** The message for the author, with a position if it differs from that of the error. */
type Explanation = Pick<ParseFailure, 'message' | 'remedy'> & { position?: Position };

type Explain = (context: ErrorContext) => Explanation | undefined;

const KEY = /^\s*(?:- )?\s*([\w-]+)\s*/;
/** Errors of lists in brackets and maps in braces, which YAML calls flow collections. */
const FLOW_ERROR = /\bflow (?:map|sequence|collection)/i;
const OPEN_QUOTE = /^Missing closing ["']quote/;
const STRUCTURE_ERRORS = new Set<YamlError['code']>([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'UNEXPECTED_TOKEN',
]);
const EXPLANATIONS: readonly Explain[] = [
  explainOpenQuote,
  explainTab,
  explainControl,
  explainEscape,
  explainTomlLine,
  explainTemplate,
  explainTextAfterQuote,
  explainTextAfterBracket,
  explainColon,
  explainReservedMark,
  explainOpenBracket,
  explainLineWithoutKey,
  explainIndentation,
];

/** Explains the first of the errors of a text, at least one, to the author, at the position of its cause. */
export function explainYaml(errors: readonly YamlError[], text: string): ParseFailure {
  const tooMany = errors.find(({ code }) => code === 'TOO_MANY_VALUES');
  if (tooMany) return toTooManyFailure(createPositionFinder(text)(tooMany.offset));
  const tokens = listYamlTokens(text);
  const lines = splitLines(text);
  const findPosition = createPositionFinder(text);
  // The rest follows from these: the first error, and the first bracket that is not closed.
  const causes = [errors.reduce(pickEarlier), errors.find(({ reason }) => FLOW_ERROR.test(reason))]
    .filter((error) => error !== undefined)
    .map((error) => ({ ...error, offset: findCauseOffset(error, tokens) }));
  const first = causes.reduce(pickEarlier);
  const position = moveToText(findPosition(first.offset), lines);
  const line = lines[position.line - 1] ?? '';
  const context: ErrorContext = { ...first, tokens, position, findPosition, lines, line };
  const explanation = EXPLANATIONS.map((explain) => explain(context)).find(Boolean);
  return {
    code: 'front-matter/unreadable',
    position: explanation?.position ?? position,
    message: explanation?.message ?? `the YAML cannot be parsed: ${first.reason}`,
    remedy: explanation?.remedy ?? 'Put the value of this line in quotes.',
  };
}

function pickEarlier(a: YamlError, b: YamlError): YamlError {
  return b.offset < a.offset ? b : a;
}

/** Returns the offset of the cause, if the library gives that of the consequence. */
function findCauseOffset({ code, reason, offset }: YamlError, tokens: YamlToken[]): number {
  if (FLOW_ERROR.test(reason)) return findOpenBracket(offset, tokens) ?? offset;
  if (OPEN_QUOTE.test(reason)) return tokens.at(-1)?.offset ?? offset;
  if (code !== 'MULTILINE_IMPLICIT_KEY' && code !== 'BLOCK_AS_IMPLICIT_KEY') return offset;
  // Only the last line of a value can be the key. Text that starts a line is not a value.
  const index = tokens.findIndex((token) => token.offset === offset && token.kind === 'plain');
  const before = tokens.slice(0, Math.max(index, 0)).findLast(({ source }) => /\S|\n/.test(source));
  if (index < 0 || !before || before.source.endsWith('\n')) return offset;
  const lastLine = /[\r\n][ \t]*(?=[^\r\n]*$)/.exec(tokens[index]!.source);
  return lastLine ? offset + lastLine.index + lastLine[0].length : offset;
}

/** Returns the offset of the innermost bracket or brace that is open at the given offset. */
function findOpenBracket(offset: number, tokens: YamlToken[]): number | undefined {
  const open: number[] = [];
  for (const token of tokens.filter(({ kind }) => kind === 'other')) {
    if (token.offset >= offset) break;
    if (token.source === '[' || token.source === '{') open.push(token.offset);
    if (token.source === ']' || token.source === '}') open.pop();
  }
  return open.at(-1);
}

function explainOpenQuote({
  reason,
  offset,
  tokens,
  findPosition,
  lines,
}: ErrorContext): Explanation | undefined {
  // Text in quotes that ends in `key: ` ends at the quotation mark that opens the next value.
  const quoted = tokens.findLast((token) => token.offset < offset && token.kind === 'quoted');
  const tooLong =
    quoted && /[\r\n]\s*(?:- )?[\w-]+: ?["']$/.test(quoted.source) ? quoted : undefined;
  const token = OPEN_QUOTE.test(reason) ? tokens.at(-1) : tooLong;
  if (!token) return undefined;
  const start = findPosition(token.offset);
  const key = KEY.exec(lines[start.line - 1] ?? '')?.[1] ?? 'the value';
  return {
    position: start,
    message: `the quotation mark at the start of ${key} is not closed`,
    remedy: `Add ${token.source[0]} at the end of the text.`,
  };
}

function explainTab({ code, line, position }: ErrorContext): Explanation | undefined {
  const indent = /^ *\t/.exec(line);
  if (!indent && code !== 'TAB_AS_INDENT') return undefined;
  return {
    position: { line: position.line, column: indent?.[0].length ?? position.column },
    message: 'the line is indented with a tab',
    remedy: 'Indent with spaces.',
  };
}

function explainControl({ code }: ErrorContext): Explanation | undefined {
  if (code !== 'CONTROL_CHARACTER') return undefined;
  const remedy = 'Delete the line and type it again.';
  return { message: 'the line contains an invisible character', remedy };
}

function explainEscape({ code, line }: ErrorContext): Explanation | undefined {
  if (code !== 'BAD_DQ_ESCAPE') return undefined;
  const inTex = line.includes('$') ? ', also in TeX' : '';
  return {
    message: `a backslash in double quotes starts an escape sequence${inTex}`,
    remedy: 'Use single quotes, or double each backslash.',
  };
}

function explainTomlLine({ lines, position }: ErrorContext): Explanation | undefined {
  const index = findNearestLine(lines, position, (line) => /^\s*[\w-]+ *=(?!=)/.test(line));
  if (index === undefined) return undefined;
  const line = lines[index] ?? '';
  const key = line.slice(0, line.indexOf('=')).trim();
  return {
    position: { line: index + 1, column: line.indexOf('=') + 1 },
    message: `${key} is followed by "=", as in TOML, but the front matter between --- is YAML`,
    remedy: `Write ${key}: and the value, or use +++ for TOML.`,
  };
}

function explainTemplate({ lines, position }: ErrorContext): Explanation | undefined {
  const index = findNearestLine(lines, position, (line) => /:\s*(\{\{|\{%|<%)/.test(line));
  if (index === undefined) return undefined;
  const line = lines[index] ?? '';
  return {
    position: { line: index + 1, column: line.search(/\{\{|\{%|<%/) + 1 },
    message: `${quote(line)} is a template placeholder without a value`,
    remedy: 'Write the value, or delete the line.',
  };
}

function explainTextAfterQuote({ line, position }: ErrorContext): Explanation | undefined {
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

function explainTextAfterBracket({ code, line, position }: ErrorContext): Explanation | undefined {
  const match = /^(\s*(?:- )?([\w-]+):\s+)([[{].*)$/.exec(line);
  const [, start = '', key = '', value = ''] = match ?? [];
  const rest = line.slice(position.column - 1);
  if (!match || code !== 'UNEXPECTED_TOKEN' || position.column <= start.length) return undefined;
  const kind = value.startsWith('[') ? 'list' : 'map';
  return {
    message: `${key} starts with ${value[0]}, which starts a ${kind}, but text follows the closing bracket: ${quote(rest)}`,
    remedy: `Put the value in quotes: ${start.trim()} ${quoteYaml(value)}.`,
  };
}

function explainColon({ lines, position }: ErrorContext): Explanation | undefined {
  const form = /^(\s*(?:- )?[\w-]+:\s+)([^"'[{|>#\s&*!].*?:\s.*)$/;
  const index = findNearestLine(lines, position, (line) => form.test(line));
  const match = index === undefined ? null : form.exec(lines[index] ?? '');
  if (index === undefined || !match) return undefined;
  const [, start = '', value = ''] = match;
  return {
    position: { line: index + 1, column: start.length + 1 },
    message: `the value contains a colon but is not in quotes: ${quote(value)}`,
    remedy: `Write ${start.trim()} ${quoteYaml(value)}.`,
  };
}

/** Quotes a value for YAML: in single quotes if it contains double quotes. */
export function quoteYaml(value: string): string {
  return value.includes('"') ? `'${value.replaceAll("'", "''")}'` : quote(value);
}

function explainReservedMark({ lines, position }: ErrorContext): Explanation | undefined {
  const form = /^(\s*(?:- )?[\w-]+:\s+)([@`%*&!|>,\]}].*)$/;
  const index = findNearestLine(lines, position, (line) => form.test(line));
  const [, start = '', value = ''] = form.exec(lines[index ?? -1] ?? '') ?? [];
  if (index === undefined) return undefined;
  return {
    position: { line: index + 1, column: start.length + 1 },
    message: `the value starts with ${value[0]}, which has a special meaning in YAML`,
    remedy: `Put the value in quotes: ${start.trim()} ${quoteYaml(value)}.`,
  };
}

function explainOpenBracket({ reason, position }: ErrorContext): Explanation | undefined {
  if (!FLOW_ERROR.test(reason)) return undefined;
  return {
    position,
    message: 'the list or map that starts here is not closed, or a comma is missing',
    remedy:
      'Separate the items with commas, and close with ] or }. Put text with brackets in quotes.',
  };
}

function explainLineWithoutKey({ lines, position }: ErrorContext): Explanation | undefined {
  const index = findNearestLine(
    lines,
    position,
    (line) => /^[^\s#-]/.test(line) && !/:([ \t]|$)/.test(line),
  );
  if (index === undefined) return undefined;
  const line = lines[index] ?? '';
  const [, key, value] = /^([\w-]+):(.+)$/.exec(line) ?? [];
  return {
    position: { line: index + 1, column: 1 },
    message: `${quote(line)} is not a key with a value`,
    remedy: key
      ? `Put a space after the colon: ${key}: ${value}.`
      : 'Put text of several lines in quotes, or indent it after "|". Start a comment with #.',
  };
}

function explainIndentation({ code, line, position }: ErrorContext): Explanation | undefined {
  if (!STRUCTURE_ERRORS.has(code)) return undefined;
  return {
    position: { line: position.line, column: line.search(/\S/) + 1 || 1 },
    message: 'the line does not match the structure of the lines above it',
    remedy: 'Start all keys of one level in the same column, and write a space after each colon.',
  };
}

/** Finds the index of a matching line: that of the error, or the one above it. */
function findNearestLine(lines: string[], { line }: Position, matches: (line: string) => boolean) {
  return [line - 1, line - 2].find((index) => lines[index] !== undefined && matches(lines[index]));
}

/** Returns the position, or the end of the last line with text if the error is after it. */
function moveToText(position: Position, lines: string[]): Position {
  let line = Math.min(position.line, lines.length);
  while (line > 1 && (lines[line - 1] ?? '').trim() === '') line -= 1;
  return line === position.line ? position : { line, column: (lines[line - 1] ?? '').length || 1 };
}
