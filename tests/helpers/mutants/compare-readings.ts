import { expect } from 'vitest';
import type { SiteFolder } from '../../../src/content/assets/site-folder.ts';
import type { Problem } from '../../../src/content/parse/problem.ts';
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { findRawMessages, formatProblem } from './messages.ts';
import { readAsBuild } from './site-readings.ts';

/** The codes of problems for which only `npm run check` looks: see `checkSiteLinks`. */
export const checkOnly =
  /^(?:site\/unknown-icon|[\w-]+\/(?:unknown-address|unknown-anchor|tag-with-comma)|page\/not-linked)$/;

/**
 * Reads a site as `check` and as a build do, compares what they report, and returns it.
 * @param cache The folder of the caches.
 */
export async function compareReadings(folder: SiteFolder, cache: string): Promise<Problem[]> {
  const { problems } = await checkSite(folder);
  const build = await readAsBuild(folder, cache);
  expect(findRawMessages([...problems, ...build.problems])).toEqual([]);
  expect(/.{0,60}\uFFFD.{0,20}/.exec(build.stored)?.[0]).toBeUndefined();
  const inBoth = problems.filter(({ code }) => !checkOnly.test(code));
  expect(inBoth.map(formatProblem).toSorted()).toEqual(
    build.problems.map(formatProblem).toSorted(),
  );
  expect(build.stops).toBe(problems.some(({ severity }) => severity === 'error'));
  return problems;
}
