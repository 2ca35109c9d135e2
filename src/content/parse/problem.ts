import { toFullCode, type Finding, type FullCode, type Severity } from '../../schema/finding.ts';
import { toSeverity } from '../../schema/severity.ts';
import type { FrontMatter } from './front-matter.ts';
import { splitLines, type Position } from './position.ts';

/** A finding with its file and position. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  severity: Severity;
  code: FullCode;
  message: string;
  remedy: string;
  /** The line of the file at the position. */
  source?: string;
  /** As in `Finding`. */
  shortcode?: string;
}

/** The name of a file in messages, and the topic of the codes of its findings. */
export interface FindingsFile {
  file: string;
  topic: string;
}

/** Adds the severity of its code to a problem. */
export function toProblem(problem: Omit<Problem, 'severity'>): Problem {
  const { file, line, column, ...rest } = problem;
  return { file, line, column, severity: toSeverity(problem.code), ...rest };
}

/** Adds the file, topic, line, column and source line to findings. @param text The whole file. */
export function toProblems(
  findings: readonly Finding[],
  { file, topic }: FindingsFile,
  frontMatter: Pick<FrontMatter, 'locate'>,
  text: string,
): Problem[] {
  if (findings.length === 0) return [];
  const lines = getLines(text);
  return findings.map((finding) => {
    const { result, remedy, shortcode } = finding;
    const message = result === undefined ? finding.message : `${finding.message}, ${result}`;
    const code = toFullCode(finding.code, topic);
    const { line, column } =
      finding.position ?? frontMatter.locate(finding.path, finding.key ? 'key' : 'value');
    const source = lines[line - 1];
    return toProblem({
      ...{ file, line, column, code, message, remedy },
      ...(source !== undefined && { source }),
      ...(shortcode !== undefined && { shortcode }),
    });
  });
}

let lastSplit: { text: string; lines: string[] } = { text: '', lines: [] };

/** Splits a text into lines. The last one is kept, because a file of BibTeX has thousands of pages. */
function getLines(text: string): string[] {
  if (lastSplit.text !== text) lastSplit = { text, lines: splitLines(text) };
  return lastSplit.lines;
}

/** Adds the file and source line to findings that have a position, such as those on the encoding of a file. */
export function toTextProblems(
  findings: readonly Finding[],
  file: string,
  text: string,
): Problem[] {
  const locate = () => ({ line: 1, column: 1 });
  return toProblems(findings, { file, topic: 'file' }, { locate }, text);
}

/** Converts the failure of a file that could not be parsed to a problem. @param text The whole file. */
export function toFailureProblem(
  failure: { position: Position; code: FullCode; message: string; remedy: string },
  file: string,
  text: string,
): Problem {
  const { position, ...rest } = failure;
  const source = splitLines(text)[position.line - 1];
  return toProblem({ file, ...position, ...rest, ...(source !== undefined && { source }) });
}
