import { quote } from '../../schema/describe.ts';
import type { BrokenBlock } from './bibtex-lexer.ts';
import { bibLimits } from './bibtex-limits.ts';
import { createPositionFinder, type Position, splitLines } from './position.ts';
import { type Problem, toProblem } from './problem.ts';

/** A problem without a position. */
export type EntryProblem = Pick<Problem, 'code' | 'message' | 'remedy'>;

/** Collects the problems of a file. */
export interface BibReporter {
  /** Reports a problem at an offset in the file. */
  report(offset: number, problem: EntryProblem): void;
  /** Returns whether a problem with the same message has been reported. */
  has(problem: EntryProblem): boolean;
  /** Returns the position of an offset. */
  locate(offset: number): Position;
  /** Returns the problems in the order of the file: of each code the first ones, and how many more there are. */
  list(): Problem[];
}

/** @param text The file with line feeds as line breaks. */
export function createReporter(text: string, file: string): BibReporter {
  const findPosition = createPositionFinder(text);
  const lines = splitLines(text);
  const messages = new Set<string>();
  const reports: { offset: number; problem: EntryProblem }[] = [];
  const locateProblem = (offset: number, problem: EntryProblem): Problem => {
    const position = findPosition(offset);
    const source = lines[position.line - 1]?.slice(0, maxSource);
    return toProblem({ file, ...position, ...problem, ...(source !== undefined && { source }) });
  };
  return {
    report: (offset, problem) => {
      messages.add(problem.message);
      reports.push({ offset, problem });
    },
    has: ({ message }) => messages.has(message),
    locate: findPosition,
    list: () => {
      const sorted = reports.toSorted((a, b) => a.offset - b.offset);
      return limitProblems(sorted.map(({ offset, problem }) => locateProblem(offset, problem)));
    },
  };
}

/**
 * Returns the first problems with each code in a file, and after them one that counts the others.
 * @param problems Of one file, in its order.
 */
export function limitProblems(problems: readonly Problem[]): Problem[] {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  const listed = new Map<string, number>();
  return problems.flatMap((problem) => {
    const { code } = problem;
    const number = (listed.get(code) ?? 0) + 1;
    listed.set(code, number);
    const more = (counts.get(code) ?? 0) - number;
    if (number <= bibLimits.problems || (number === bibLimits.problems + 1 && more === 0)) {
      return [problem];
    }
    if (number > bibLimits.problems + 1) return [];
    const message = `${problem.message}; the file has ${more} more of these problems, which are not listed`;
    return [{ ...problem, message }];
  });
}

/** The length to which the line of a problem is printed. */
const maxSource = 1000;

/** Explains why an entry cannot be parsed. */
export function toBrokenProblem({ start, open, field }: BrokenBlock): EntryProblem {
  const problem = { code: 'bib/unreadable-entry' } as const;
  const name = quote(start);
  const near = field === undefined ? '' : `, probably in the field ${field}`;
  if (open === '"') {
    return {
      ...problem,
      message: `a quotation mark in ${name} is not closed${near}, so the entry is left out`,
      remedy: 'Add " at the end of the value, or write the value between { and }.',
    };
  }
  if (open === '{') {
    return {
      ...problem,
      message: `a brace { in ${name} is not closed${near}, so the entry is left out`,
      remedy: 'Add } at the end of the value, and another one at the end of the entry.',
    };
  }
  const after = field === undefined ? '' : ` after the field ${field}`;
  return {
    ...problem,
    message: `the fields of ${name} cannot be parsed${after}, so the entry is left out`,
    remedy:
      'Write each field as name = {value} with a comma after it, and } at the end of the entry.',
  };
}

/** Reports a name that may be several names. */
export function toNameProblem(name: string): EntryProblem {
  return {
    code: 'bib/ambiguous-name',
    message: `${quote(name)} has too many commas or semicolons for one name, so it may be shown incorrectly`,
    remedy: 'Write "and" between people, and each name as "Given Family" or "Family, Given".',
  };
}

/** Reports a name that no `@string` defines. @param name Empty for a field without a value. */
export function toStringProblem(name: string): EntryProblem {
  const problem = { code: 'bib/unknown-string' } as const;
  if (name === '') {
    return {
      ...problem,
      message: 'a field has no value',
      remedy: 'Write the value between { and }, or delete the field.',
    };
  }
  return {
    ...problem,
    message: `there is no @string named ${quote(name)}, so the name itself is shown`,
    remedy: `Add @string{${name} = {…}} above this entry, or write the value between { and }.`,
  };
}

/** Reports a command for a journal that is unknown. */
export function toJournalProblem(name: string): EntryProblem {
  return {
    code: 'bib/unknown-journal',
    message: `the command \\${name} names no journal that Lectern knows, so its own name is shown`,
    remedy: 'Write the name of the journal between { and }.',
  };
}

/** Reports a dollar sign that starts no formula. @param name The name of the field. */
export function toFormulaProblem(name: string): EntryProblem {
  return {
    code: 'bib/unclosed-formula',
    message: `a dollar sign in the field ${name} starts a formula that is not closed, so it is shown as a dollar sign`,
    remedy: 'Close the formula with a second $, or write \\$ for a dollar sign.',
  };
}

const count = new Intl.NumberFormat('en');

/** Reports a value that is longer than the limit. */
export function toLengthProblem(name: string): EntryProblem {
  return {
    code: 'bib/too-large',
    message: `the value of ${name} has more than ${count.format(bibLimits.value)} characters, so it is left out`,
    remedy: 'Shorten the value, or check that its braces and its @string are right.',
  };
}

/** Reports a file of which only a part is read. @param what What is more than the limit. */
export function toSizeProblem(what: 'bytes' | 'entries' | 'keywords' | 'total'): EntryProblem {
  const reasons = {
    bytes: `the file has more than ${bibLimits.file / 1e6} MB, so it is left out`,
    entries: `the file has more than ${count.format(bibLimits.entries)} entries, so the rest is left out`,
    keywords: `the file has more than ${count.format(bibLimits.keywords)} keywords, so those of this entry are left out`,
    total:
      'the entries are too long together after their strings are inserted, so the rest is left out',
  };
  return {
    code: 'bib/too-large',
    message: reasons[what],
    remedy: 'Keep only your own publications in the file.',
  };
}

/** Reports an entry with a key that an earlier one has. @param slug The address that it gets instead, if it is shown. */
export function toKeyProblem(key: string, slug: string | undefined): EntryProblem {
  return {
    code: 'bib/duplicate-key',
    message:
      slug === undefined
        ? `another entry above has the same key, ${quote(key)}, and the same title, so this one is left out`
        : `another publication has the same address as the key ${quote(key)}, so the address of this one ends in /${slug}/`,
    remedy:
      slug === undefined ? 'Delete one of the two entries.' : 'Give this entry a different key.',
  };
}
