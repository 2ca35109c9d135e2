import { styleText } from 'node:util';
import type { Problem } from '../parse/problem.ts';
import type { TextProgress } from './channels.ts';

/** The number of characters of a source line that are shown. */
const WIDTH = 96;

/**
 * Formats the report: for each problem `file:line:column severity message. remedy`, the source line with a pointer
 * below it, and the code; then the notes, with equal notes grouped, and the total. A warning in more than three places is
 * shown once, with their number and the first three. @param options With `verbose`, each warning is shown.
 */
export function formatReport(
  problems: Problem[],
  options: { color: boolean; verbose?: boolean },
): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    options.color ? styleText(style, text, { validateStream: false }) : text;
  const sorted = sortProblems(problems);
  const located = sorted.filter(({ severity }) => severity !== 'note');
  const groups = options.verbose ? located.map((problem) => [problem]) : groupWarnings(located);
  const blocks = groups.map((group) => {
    const problem = group[0]!;
    const { file, line, column, severity, message, remedy, code } = problem;
    const place = paint('bold', `${replaceControlCharacters(file)}:${line}:${column}`);
    const label = paint(severity === 'error' ? 'red' : 'yellow', severity);
    const head = `${place} ${label} ${replaceControlCharacters(message)}. ${replaceControlCharacters(remedy)}`;
    const sourceLines = formatPointer(problem).map(
      (row, index) => `    ${index === 0 ? row : paint('red', row)}`,
    );
    const count = group.length === 1 ? [] : [`    ${formatPlaces(group)}`];
    return [head, ...sourceLines, ...count, `    ${paint('dim', code)}`].join('\n');
  });
  const notes = formatNotes(sorted).map(
    ({ text, code }) => `${replaceControlCharacters(text)}\n    ${paint('dim', code)}`,
  );
  return [...blocks, ...notes, formatTotal(located)].join('\n\n');
}

/** The number of places of a warning that are named. */
const NAMED_PLACES = 3;

/** Groups equal warnings in many places, in the order of their first place; other problems are alone. */
function groupWarnings(sorted: readonly Problem[]): Problem[][] {
  const toKey = ({ severity, code, message, remedy }: Problem) =>
    JSON.stringify([severity, code, message, remedy]);
  const groups = Map.groupBy(sorted, toKey);
  return sorted.flatMap((problem) => {
    const group = groups.get(toKey(problem)) ?? [];
    if (problem.severity !== 'warning' || group.length <= NAMED_PLACES) return [[problem]];
    return group[0] === problem ? [group] : [];
  });
}

/** Names the first places of a warning: `80 times: a.md:2:1, b.md:2:1, c.md:2:1 and 77 more (see --verbose)`. */
function formatPlaces(group: readonly Problem[]): string {
  const places = group
    .slice(0, NAMED_PLACES)
    .map(({ file, line, column }) => `${replaceControlCharacters(file)}:${line}:${column}`);
  const rest = group.length - NAMED_PLACES;
  return `${group.length} times: ${places.join(', ')} and ${rest} more (npm run check -- --verbose lists all)`;
}

/** Sorts by file, line and column, with errors before warnings at the same position. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      compareValues(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareValues(a.severity, b.severity) ||
      compareValues(a.code, b.code) ||
      compareValues(a.message, b.message),
  );
}

/** Returns the source line and a pointer. A long line is shortened to the part around the column. */
export function formatPointer({ source, column }: Problem): string[] {
  if (source === undefined || source.trim() === '') return [];
  const begin = column <= WIDTH - 16 ? 0 : column - WIDTH / 2;
  const end = begin + WIDTH;
  const shown = replaceControlCharacters(source.slice(begin, end));
  const ellipsis = begin > 0 ? '…' : '';
  const indent = source.slice(begin, column - 1).replace(/[^\t]/g, ' ');
  return [`${ellipsis}${shown}${end < source.length ? '…' : ''}`, `${ellipsis && ' '}${indent}^`];
}

function formatTotal(problems: Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const files = new Set(problems.map(({ file }) => file)).size;
  if (files === 0) return 'No problems.';
  const parts = [
    errors && formatCount(errors, 'error'),
    warnings && formatCount(warnings, 'warning'),
  ];
  return `${parts.filter(Boolean).join(', ')} in ${formatCount(files, 'file')}.`;
}

/** Formats how many texts are checked: `12 of 1,000 texts are checked so far.` */
export function formatTextProgress({ checked, total }: TextProgress): string {
  return `${formatNumber(checked)} of ${formatNumber(total)} texts are checked so far.`;
}

export function formatNumber(number: number): string {
  return number.toLocaleString('en');
}

function formatCount(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Replaces characters that would move the cursor or hide text by their symbols (U+2400 and after), or by "?". */
export function replaceControlCharacters(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g,
    (character) => {
      const code = character.charCodeAt(0);
      return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '?';
    },
  );
}

function compareValues(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The number of files that a note names. The others are only counted. */
const MAX_NAMED_FILES = 5;

/** Groups notes with the same text, in the order of their first occurrence. */
export function formatNotes(problems: readonly Problem[]): { text: string; code: string }[] {
  const groups = Map.groupBy(
    problems.filter(({ severity }) => severity === 'note'),
    ({ code, message, remedy }) => JSON.stringify([code, message, remedy]),
  );
  return [...groups.values()].map((group) => {
    const { code, message, remedy } = group[0]!;
    const files = [...new Set(group.map(({ file }) => file))];
    const rest = files.length - MAX_NAMED_FILES;
    const named = files.slice(0, MAX_NAMED_FILES).join(', ');
    const more = rest > 0 ? ` and ${rest} more` : '';
    return { text: `note ${message}. ${remedy} (${named}${more})`, code };
  });
}

export const reportFormats = ['text', 'json', 'github'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface ReportOptions {
  color: boolean;
  /** Lists equal warnings one by one. */
  verbose?: boolean;
  /** The path of the author's folder from the root of the repository: empty, or `site/`. */
  prefix: string;
}

/** Formats problems in one of the formats of `npm run check`, without a line break at the end. */
export function formatProblems(
  problems: readonly Problem[],
  format: ReportFormat,
  options: ReportOptions,
): string {
  if (format === 'text') return formatReport([...problems], options);
  const sorted = sortProblems([...problems]);
  return format === 'json' ? toJson(sorted) : toAnnotations(sorted, options.prefix);
}

function toJson(problems: readonly Problem[]): string {
  const entries = problems.map(({ file, line, column, severity, code, message, remedy }) => {
    return { file, line, column, severity, code, message, remedy };
  });
  return JSON.stringify(entries, null, 2);
}

/** Formats problems as workflow commands of GitHub Actions, which shows them at their lines in a pull request. */
function toAnnotations(problems: readonly Problem[], prefix: string): string {
  return problems
    .map(({ file, line, column, severity, code, message, remedy }) => {
      const place = { file: prefix + file, line, col: column, title: code };
      const properties = Object.entries(place).map(
        ([name, value]) => `${name}=${escapeProperty(String(value))}`,
      );
      const command = severity === 'note' ? 'notice' : severity;
      return `::${command} ${properties.join(',')}::${escapeData(`${message}. ${remedy}`)}`;
    })
    .join('\n');
}

/** Escapes text as `@actions/core` does, in `command.ts`. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
