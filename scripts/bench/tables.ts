/** Prints results as Markdown tables, which docs/performance.md contains. */
import type { DevResult } from './bench-dev.ts';
import type { Build } from './build.ts';
import {
  buildKinds,
  costPerTalk,
  medianOf,
  medianRatio,
  type BuildKind,
  type SizeResult,
} from './results.ts';

const MB = 1024 * 1024;
const ownKinds = buildKinds.filter((kind) => kind !== 'floor' && kind !== 'Hugo');
/** The phases of a build in their order. */
const phases = ['load', 'read', 'bundle', 'pages', 'images', 'finish'];

/** Returns a row for each size and build: time, memory, output, and ratios to the floor and to Hugo. */
export function formatBuilds(results: readonly SizeResult[]): string {
  const hasHugo = results.some(({ builds }) => builds.Hugo);
  const rows = results.flatMap(({ talks, builds }) =>
    buildKinds.flatMap((kind) => {
      const own = builds[kind];
      if (!own) return [];
      const ratio = (other: BuildKind, figure: (build: Build) => number | undefined) =>
        kind === other ? '' : format(medianRatio(own, builds[other], figure), 2);
      return [
        [
          String(talks),
          kind,
          format(medianOf(own, ({ wall }) => wall)),
          format(medianOf(own, ({ cpu }) => cpu)),
          format(
            medianOf(own, ({ peak }) => peak && peak / MB),
            0,
          ),
          format(
            medianOf(own, ({ pages }) => pages),
            0,
          ),
          format(
            medianOf(own, ({ files }) => files),
            0,
          ),
          format(medianOf(own, ({ bytes }) => bytes / MB)),
          ratio('floor', ({ wall }) => wall),
          ...(hasHugo ? [ratio('Hugo', ({ wall }) => wall), ratio('Hugo', ({ cpu }) => cpu)] : []),
        ],
      ];
    }),
  );
  return formatTable(
    [
      ...['talks', 'build', 'wall s', 'CPU s', 'peak MB', 'pages', 'files', 'output MB'],
      ...['wall / floor', ...(hasHugo ? ['wall / Hugo', 'CPU / Hugo'] : [])],
    ],
    rows,
  );
}

/** Returns what one more talk costs in each build, compared with the smallest size. */
export function formatCosts(results: readonly SizeResult[]): string {
  const [smallest, ...larger] = results;
  if (!smallest) return '';
  const rows = larger.flatMap((result) =>
    ownKinds.map((kind) => {
      const cost = (figure: (build: Build) => number | undefined, digits: number) =>
        format(costPerTalk(result, smallest, kind, figure), digits);
      return [
        String(result.talks),
        kind,
        cost(({ cpu }) => cpu && cpu * 1000, 1),
        cost(({ wall }) => wall * 1000, 1),
        cost(({ peak }) => peak && peak / 1024, 0),
        cost(({ files }) => files, 2),
        cost(({ bytes }) => bytes / 1024, 1),
      ];
    }),
  );
  const units = ['CPU ms', 'wall ms', 'peak KB', 'files', 'output KB'];
  return formatTable(['talks', 'build', ...units], rows);
}

/**
 * Returns the seconds of each phase; of several runs, the median of each phase. What is part of no phase, such
 * as the start of npm, is in the last column.
 */
export function formatPhases(results: readonly SizeResult[]): string {
  const all = results.flatMap(({ builds }) => ownKinds.flatMap((kind) => builds[kind] ?? []));
  const reported = all.flatMap((build) => Object.keys(build.phases));
  if (reported.length === 0) return 'This version of the program does not report phases.';
  const columns = [...new Set(reported)].sort((a, b) => toOrder(a) - toOrder(b));
  const rows = results.flatMap(({ talks, builds }) =>
    ownKinds.flatMap((kind) => {
      const own = builds[kind];
      if (!own) return [];
      const seconds = (phase: string) =>
        format(medianOf(own, (build) => (build.phases[phase] ?? 0) / 1000));
      const other = format(medianOf(own, ({ wall, phases: times }) => wall - sumOfPhases(times)));
      return [[String(talks), kind, ...columns.map(seconds), other]];
    }),
  );
  return formatTable(['talks', 'build', ...columns, 'other'], rows);
}

/** Returns a number by which each phase comes before its parts, such as `pages/feeds`. */
function toOrder(phase: string): number {
  const [whole = '', part] = phase.split('/');
  return phases.indexOf(whole) + (part === undefined ? 0 : 0.5);
}

/** Returns the seconds of all phases that are not part of another one. */
function sumOfPhases(times: Record<string, number>): number {
  return Object.entries(times).reduce(
    (sum, [phase, ms]) => (phase.includes('/') ? sum : sum + ms / 1000),
    0,
  );
}

/** Returns a row for each figure of the dev server, in milliseconds, and a column for each site. */
export function formatDev(results: readonly DevResult[]): string {
  const names = [...new Set(results.flatMap(({ figures }) => Object.keys(figures)))];
  const heads = results.map(({ talks }) => (talks === 'sample' ? 'sample' : `${talks} talks`));
  const rows = names.map((name) => [name, ...results.map((x) => format(x.figures[name], 0))]);
  return formatTable(['ms', ...heads], rows);
}

/** Returns a Markdown table whose columns are aligned. */
function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const toLine = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padStart(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => `${'-'.repeat(width - 1)}:`).join(' | ')} |`;
  return [toLine(head), rule, ...rows.map(toLine)].join('\n');
}

function format(value: number | undefined, digits = 1): string {
  return value === undefined ? '–' : value.toFixed(digits);
}
