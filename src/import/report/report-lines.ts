import { replaceControlCharacters } from '../../content/validate/format-report.ts';
import type { Outcome } from '../plan/plan.ts';
import type { ImportReport } from './report.ts';

/** Formats a path or an identifier as inline code in Markdown. */
export function toCode(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  const space = fence === '``' ? ' ' : '';
  return `${fence}${space}${replaceControlCharacters(text).replaceAll('\n', ' ')}${space}${fence}`;
}

/** Escapes Markdown in a sentence. */
export function escapeProse(text: string): string {
  return replaceControlCharacters(text).replace(/[\\`*_[\]<>|]/g, '\\$&');
}

/** Returns a heading with its lines, or nothing if there are no lines. */
export function formatSection(
  heading: string,
  lines: readonly string[],
  introduction?: string,
): string[] {
  if (lines.length === 0) return [];
  return [heading, '', ...(introduction === undefined ? [] : [introduction, '']), ...lines, ''];
}

/** Formats the place of a part of the old home page. */
export function formatPlace({ file, section: index }: { file: string; section?: number }): string {
  return index === undefined ? file : `${file}, section ${index}`;
}

/** Formats where something is now, or why it is not used. */
export function formatOutcome(outcome: Outcome): string {
  return 'to' in outcome ? toCode(outcome.to) : escapeProse(outcome.reason);
}

/** Returns the files of one outcome, grouped by reason. */
export function groupByReason(
  { files }: ImportReport,
  outcome: 'quarantined' | 'skipped',
): string[] {
  const groups = Map.groupBy(
    files.filter((file) => file.outcome === outcome),
    ({ reason = '' }) => reason,
  );
  return [...groups].flatMap(([reason, files]) => [
    `- ${escapeProse(reason)}:`,
    ...files.map(
      ({ path, to }) =>
        `  - ${toCode(path)}${to.length > 0 ? ` → ${to.map(toCode).join(', ')}` : ''}`,
    ),
  ]);
}

type ReportProblem = ImportReport['problems'][number];

/** The places of a problem that are listed. */
const SHOWN_PLACES = 3;

/**
 * Formats problems. The same problem in several places is one line, with their number and the first of them. The most
 * frequent problem is first.
 */
export function formatProblems(problems: readonly ReportProblem[]): string[] {
  const groups = [
    ...Map.groupBy(problems, ({ code, message, remedy }) => [code, message, remedy].join('\n')),
  ].map(([, group]) => group);
  return groups.toSorted((a, b) => b.length - a.length).map(formatProblemGroup);
}

function formatProblemGroup(group: readonly ReportProblem[]): string {
  const [{ message, remedy }] = group as [ReportProblem];
  const text = `${escapeProse(message)}. ${escapeProse(remedy)}`;
  const places = group.map(({ file, line, column }) => toCode(`${file}:${line}:${column}`));
  if (places.length === 1) return `- ${places[0]}: ${text}`;
  const others = places.length - SHOWN_PLACES;
  const shown = places.slice(0, SHOWN_PLACES).join(', ');
  return `- ${places.length} times: ${text} ${shown}${others > 0 ? ` and ${others} more` : ''}`;
}
