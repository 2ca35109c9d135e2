import { styleText } from 'node:util';
import type { Problem } from '../parse/problem.ts';

const WIDTH = 96;

/**
 * The printed report: for each problem `file:line:column severity message. remedy`, the offending
 * line with a pointer below it, and the code; then the notes, equal ones together, and a total.
 * Colour only when asked.
 */
export function formatReport(problems: Problem[], options: { color: boolean }): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    options.color ? styleText(style, text, { validateStream: false }) : text;
  const sorted = sortProblems(problems);
  const found = sorted.filter(({ severity }) => severity !== 'note');
  const blocks = found.map((problem) => {
    const { file, line, column, severity, message, remedy, code } = problem;
    const place = paint('bold', `${plain(file)}:${line}:${column}`);
    const word = paint(severity === 'error' ? 'red' : 'yellow', severity);
    const head = `${place} ${word} ${plain(message)}. ${plain(remedy)}`;
    const pointed = point(problem).map(
      (row, index) => `    ${index === 0 ? row : paint('red', row)}`,
    );
    return [head, ...pointed, `    ${paint('dim', code)}`].join('\n');
  });
  const notes = formatNotes(sorted).map(
    ({ said, code }) => `${plain(said)}\n    ${paint('dim', code)}`,
  );
  return [...blocks, ...notes, total(found)].join('\n\n');
}

/** By file, line and column; errors before warnings at one place. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      order(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      order(a.severity, b.severity) ||
      order(a.code, b.code) ||
      order(a.message, b.message),
  );
}

/** The source line and a pointer; a long line is cut to what is around the column. */
function point({ source, column }: Problem): string[] {
  if (source === undefined || source.trim() === '') return [];
  const begin = column <= WIDTH - 16 ? 0 : column - WIDTH / 2;
  const end = begin + WIDTH;
  const shown = plain(source.slice(begin, end));
  const lead = begin > 0 ? '…' : '';
  const indent = source.slice(begin, column - 1).replace(/[^\t]/g, ' ');
  return [`${lead}${shown}${end < source.length ? '…' : ''}`, `${lead && ' '}${indent}^`];
}

function total(problems: Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const files = new Set(problems.map(({ file }) => file)).size;
  if (files === 0) return 'No problems.';
  const parts = [errors && count(errors, 'error'), warnings && count(warnings, 'warning')];
  return `${parts.filter(Boolean).join(', ')} in ${count(files, 'file')}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Characters that would move the cursor or hide text become visible. */
export function plain(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g,
    '\uFFFD',
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** So many files are named; the rest are counted. */
const NAMED = 5;

/** One entry for all notes that say the same, in the order in which they first come up. */
export function formatNotes(problems: readonly Problem[]): { said: string; code: string }[] {
  const groups = Map.groupBy(
    problems.filter(({ severity }) => severity === 'note'),
    ({ code, message, remedy }) => JSON.stringify([code, message, remedy]),
  );
  return [...groups.values()].map((group) => {
    const { code, message, remedy } = group[0]!;
    const files = [...new Set(group.map(({ file }) => file))];
    const rest = files.length - NAMED;
    const named = files.slice(0, NAMED).join(', ');
    const more = rest > 0 ? ` and ${rest} more` : '';
    return { said: `note ${message}. ${remedy} (${named}${more})`, code };
  });
}

export const reportFormats = ['text', 'json', 'github'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface ReportOptions {
  color: boolean;
  /** The author's folder as seen from the root of the repository: empty, or `site/`. */
  prefix: string;
}

/** All problems in one of the formats of `npm run check`, without a line break at the end. */
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

/** Workflow commands of GitHub Actions, which shows them at their lines in a pull request. */
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

/** As in the toolkit of GitHub Actions, `@actions/core`, `command.ts`. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
