import type { Library } from '@retorquere/bibtex-parser';
import { quote } from '../../schema/describe.ts';
import { explainEntry, type BibTrouble } from './bibtex-trouble.ts';
import { positionIn, splitLines } from '../front-matter/position.ts';
import type { Problem } from '../problems/problem.ts';

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
