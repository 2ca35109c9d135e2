import type { Problem } from '../parse/problem.ts';
import { formatReport, sortProblems } from './format-report.ts';

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
  const plain = problems.map(({ file, line, column, severity, code, message, remedy }) => {
    return { file, line, column, severity, code, message, remedy };
  });
  return JSON.stringify(plain, null, 2);
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
