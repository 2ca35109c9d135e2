import type { Library } from '@retorquere/bibtex-parser';
import { quote } from '../../schema/describe.ts';
import { positionIn, splitLines } from './position.ts';
import type { Problem } from './problem.ts';

/** Why an entry could not be parsed, in words for an author. */
interface BibTrouble {
  message: string;
  remedy: string;
}

const field = /([a-zA-Z][\w-]*)\s*=\s*$/;

/**
 * Explains what is not closed in an entry.
 * @param text The entry from its `@` to the next one.
 * @param reason The message of the parser.
 */
function explainEntry(text: string, reason: string): BibTrouble {
  const name = nameOf(text);
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

/** `@article{knuth84` as written, or as much of it as there is. */
function nameOf(text: string): string {
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
      if (quoted) last = field.exec(text.slice(0, at))?.[1] ?? last;
    } else if (mark === '{' || (mark === '(' && depth === 0)) {
      if (depth === 1 && !quoted) last = field.exec(text.slice(0, at))?.[1] ?? last;
      depth += 1;
    } else if (mark === '}' && (depth > 1 || !quoted)) depth -= 1;
    if (depth === 0 && mark === '}') return {};
  }
  return quoted ? { mark: '"', field: last } : depth > 0 ? { mark: '{', field: last } : {};
}

/** A problem without a position. */
export type Flaw = Pick<Problem, 'severity' | 'code'> & BibTrouble;

/** Creates a problem at a position in the file. */
export interface Report {
  (offset: number, flaw: Flaw): Problem;
  /** The line of an offset, counted from 1. */
  line(offset: number): number;
}

/** @param text The file with line feeds for line breaks. */
export function reporterOf(text: string, file: string): Report {
  const positionOf = positionIn(text);
  const lines = splitLines(text);
  const report = (offset: number, flaw: Flaw): Problem => {
    const position = positionOf(offset);
    const source = lines[position.line - 1];
    return { file, ...position, ...flaw, ...(source !== undefined && { source }) };
  };
  return Object.assign(report, { line: (offset: number) => positionOf(offset).line });
}

const directive = /^@\s*[a-z]+\s*[{(]/i;
const unresolved = /^Unresolved @string reference "(.*)"$/;
const tooManyParts = / unexpected \d+-part name /;

/** Turns the errors of the parser into problems with positions in `text`, the input of the parser. */
export function toProblems(errors: Library['errors'], text: string, report: Report): Problem[] {
  let from = 0;
  return errors.flatMap(({ error, input = '' }) => {
    const name = unresolved.exec(error)?.[1];
    if (name !== undefined) return [unknownString(name, text, report)];
    if (tooManyParts.test(error)) return [doubtfulName(input, text, report)];
    const next = text.indexOf(input, from);
    const at = !input.startsWith('@') ? -1 : next < 0 ? text.indexOf(input) : next;
    if (at < 0) return [];
    from = at + 1;
    // The parser continues at the next @, which may be part of an address in the broken entry.
    if (!directive.test(input) && !beginsLine(text, at)) return [];
    const trouble = explainEntry(input, error);
    return [report(at, { severity: 'error', code: 'bib/unreadable-entry', ...trouble })];
  });
}

/** @param name Any part of the name that can be found in the file. */
export function doubtfulName(name: string, text: string, report: Report, from = 0): Problem {
  const inText = text.indexOf(name, from);
  return report(inText < 0 ? from : inText, {
    severity: 'warning',
    code: 'bib/ambiguous-name',
    message: `${quote(name)} has too many commas or semicolons for one name, so it may be shown incorrectly`,
    remedy: 'Write "and" between people, and each name as "Given Family" or "Family, Given".',
  });
}

function unknownString(name: string, text: string, report: Report): Problem {
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const use = new RegExp(`[=#]\\s*(?=${word}\\s*[,#})])`, 'i').exec(text);
  return report(use ? use.index + use[0].length : 0, {
    severity: 'warning',
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

function beginsLine(text: string, at: number): boolean {
  return text.slice(at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
}
