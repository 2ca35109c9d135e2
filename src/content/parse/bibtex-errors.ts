import type { Library } from '@retorquere/bibtex-parser';
import { quote } from '../../schema/describe.ts';
import { createPositionFinder, splitLines } from './position.ts';
import { type Problem, toProblem } from './problem.ts';

/** The message for the author about an entry that could not be parsed. */
interface EntryError {
  message: string;
  remedy: string;
}

const fieldStart = /([a-zA-Z][\w-]*)\s*=\s*$/;

/**
 * Explains what is not closed in an entry.
 * @param text The entry from its `@` to the next one.
 * @param reason The message of the parser.
 */
function explainEntry(text: string, reason: string): EntryError {
  const name = quoteEntryStart(text);
  if (reason.startsWith('Unclosed math')) {
    return {
      message: `a dollar sign in ${name} starts a formula that is not closed`,
      remedy: 'Close the formula with a second $, or write \\$ for a dollar sign.',
    };
  }
  const open = findOpen(text);
  const near = open.field === undefined ? '' : `, probably in the field ${open.field}`;
  if (open.mark === '"') {
    return {
      message: `a quotation mark in ${name} is not closed${near}`,
      remedy: 'Add " at the end of the value, or write the value between { and }.',
    };
  }
  if (open.mark === '{') {
    return {
      message: `a brace { in ${name} is not closed${near}`,
      remedy: 'Add } at the end of the value, and another one at the end of the entry.',
    };
  }
  return {
    message: `the fields of ${name} cannot be parsed`,
    remedy:
      'Write each field as name = {value} with a comma after it, and } at the end of the entry.',
  };
}

/** Returns the start of an entry in quotes, such as `@article{knuth84`, or as much of it as is present. */
function quoteEntryStart(text: string): string {
  return quote(/^@\s*\w+\s*[{(]?\s*[^\s,{}()="]*/.exec(text)?.[0] ?? '@');
}

/** Finds the mark that is still open where the entry should end, and the field it may belong to. */
function findOpen(text: string): { mark?: '{' | '"'; field?: string | undefined } {
  let depth = 0;
  let quoted = false;
  let last: string | undefined;
  for (let at = text.search(/[{(]/); at >= 0 && at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark === '\\') at += 1;
    else if (mark === '"' && depth === 1) {
      quoted = !quoted;
      if (quoted) last = fieldStart.exec(text.slice(0, at))?.[1] ?? last;
    } else if (mark === '{' || (mark === '(' && depth === 0)) {
      if (depth === 1 && !quoted) last = fieldStart.exec(text.slice(0, at))?.[1] ?? last;
      depth += 1;
    } else if (mark === '}' && (depth > 1 || !quoted)) depth -= 1;
    if (depth === 0 && mark === '}') return {};
  }
  return quoted ? { mark: '"', field: last } : depth > 0 ? { mark: '{', field: last } : {};
}

/** A problem without a position. */
export type EntryProblem = Pick<Problem, 'code'> & EntryError;

/** Creates a problem at an offset in the file. */
export interface ReportAt {
  (offset: number, problem: EntryProblem): Problem;
  /** Returns the line of an offset, counted from 1. */
  line(offset: number): number;
}

/** Returns a function that creates problems. @param text The file with line feeds as line breaks. */
export function createReporter(text: string, file: string): ReportAt {
  const findPosition = createPositionFinder(text);
  const lines = splitLines(text);
  const report = (offset: number, problem: EntryProblem): Problem => {
    const position = findPosition(offset);
    const source = lines[position.line - 1];
    return toProblem({ file, ...position, ...problem, ...(source !== undefined && { source }) });
  };
  return Object.assign(report, { line: (offset: number) => findPosition(offset).line });
}

const directive = /^@\s*[a-z]+\s*[{(]/i;
const unresolved = /^Unresolved @string reference "(.*)"$/;
const tooManyParts = / unexpected \d+-part name /;

/** Converts the errors of the parser to problems. @param text The input of the parser. */
export function toBibProblems(
  errors: Library['errors'],
  text: string,
  report: ReportAt,
): Problem[] {
  let from = 0;
  return errors.flatMap(({ error, input = '' }) => {
    const name = unresolved.exec(error)?.[1];
    if (name !== undefined) return [toStringProblem(name, text, report)];
    if (tooManyParts.test(error)) return [toNameProblem(input, text, report)];
    const next = text.indexOf(input, from);
    const at = !input.startsWith('@') ? -1 : next < 0 ? text.indexOf(input) : next;
    if (at < 0) return [];
    from = at + 1;
    // The parser continues at the next @, which may be part of an address in the broken entry.
    if (!directive.test(input) && !startsLine(text, at)) return [];
    const entryError = explainEntry(input, error);
    return [report(at, { code: 'bib/unreadable-entry', ...entryError })];
  });
}

/** Reports a name that may be several names. @param name Any part of the name that is in the file. */
export function toNameProblem(name: string, text: string, report: ReportAt, from = 0): Problem {
  const inText = text.indexOf(name, from);
  return report(inText < 0 ? from : inText, {
    code: 'bib/ambiguous-name',
    message: `${quote(name)} has too many commas or semicolons for one name, so it may be shown incorrectly`,
    remedy: 'Write "and" between people, and each name as "Given Family" or "Family, Given".',
  });
}

function toStringProblem(name: string, text: string, report: ReportAt): Problem {
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const use = new RegExp(`[=#]\\s*(?=${word}\\s*[,#})])`, 'i').exec(text);
  return report(use ? use.index + use[0].length : 0, {
    code: 'bib/unknown-string',
    message:
      name === ''
        ? 'a field has no value'
        : `there is no @string named ${quote(name)}, so the name itself is shown`,
    remedy:
      name === ''
        ? 'Write the value between { and }, or delete the field.'
        : `Add @string{${name} = {…}} above this entry, or write the value between { and }.`,
  });
}

function startsLine(text: string, at: number): boolean {
  return text.slice(at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
}
