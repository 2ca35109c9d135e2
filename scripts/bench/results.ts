import type { Build } from './build.ts';

/**
 * What is measured in each run:
 *
 * - `cold`: without caches and output;
 * - `unchanged`: with the caches and output of the build before, and nothing changed;
 * - `one edited`: the same, and one talk edited;
 * - `deploy`: one talk edited, with the caches but without the output, as on a host that keeps caches;
 * - `floor`: a bare Astro project with as many pages and files, cold;
 * - `Hugo`: a Wowchemy site with the same talks, cold.
 */
export const buildKinds = ['cold', 'unchanged', 'one edited', 'deploy', 'floor', 'Hugo'] as const;
export type BuildKind = (typeof buildKinds)[number];

/** All builds of one number of talks. The builds of a run have the same index. */
export interface SizeResult {
  talks: number;
  builds: Partial<Record<BuildKind, Build[]>>;
}

/** Returns the median of a figure of several builds; undefined if a build does not have it. */
export function medianOf(
  builds: readonly Build[] | undefined,
  figure: (build: Build) => number | undefined,
): number | undefined {
  const values = (builds ?? []).map(figure);
  return values.some((value) => value === undefined) ? undefined : median(values as number[]);
}

/** Returns the median over all runs of the ratio of a figure to the same figure of another build. */
export function medianRatio(
  builds: readonly Build[] | undefined,
  others: readonly Build[] | undefined,
  figure: (build: Build) => number | undefined,
): number | undefined {
  const ratios = (builds ?? []).flatMap((build, run) => {
    const [a, b] = [figure(build), others?.[run] && figure(others[run])];
    return a === undefined || b === undefined ? [] : [a / b];
  });
  return median(ratios);
}

/**
 * Returns what one more talk costs: the difference of a figure between a size and the smallest size,
 * divided by the talks between them.
 */
export function costPerTalk(
  result: SizeResult,
  smallest: SizeResult,
  kind: BuildKind,
  figure: (build: Build) => number | undefined,
): number | undefined {
  // An empty site has no talk to edit; a deploy makes it again from the caches.
  const base = smallest.builds[kind] ?? smallest.builds.deploy;
  const [more, less] = [medianOf(result.builds[kind], figure), medianOf(base, figure)];
  if (more === undefined || less === undefined) return undefined;
  return (more - less) / (result.talks - smallest.talks);
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
