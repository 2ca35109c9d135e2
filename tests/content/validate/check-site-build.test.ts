import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, test, vi } from 'vitest';
import { readExamples } from '../../../scripts/docs-problems.ts';
import { root } from '../../../scripts/project-node.mjs';
import { edgeSites } from '../../helpers/build/edge-sites.ts';
import { sampleFolder } from '../../helpers/build/sample-folder.ts';
import { makeAttemptSite } from '../../helpers/make/attempt-site.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { createWarningSite } from '../../helpers/make/warning-site.ts';
import { compareReadings } from '../../helpers/mutants/compare-readings.ts';
import { composedHomeFiles } from '../../helpers/sites/composed-home.ts';
import type { AuthorFiles } from '../../helpers/sites/merge-files.ts';
import { makePortfolioFiles } from '../../helpers/sites/portfolio.ts';
import { mergeLaterTalksFiles, mergeTalksOnlyFiles } from '../../helpers/sites/talks.ts';

const document = readFileSync(join(root, 'docs/problems.md'), 'utf8');
const oldTalks = join(root, 'tests/fixtures/old-talks/files');

beforeEach(() => {
  vi.stubEnv('LECTERN_THREADS', '1');
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it('reports the same as a build for a site with every warning', async () => {
  const folder = createAuthorFolder(createWarningSite(document).files);
  const problems = await compareReadings(folder, join(folder.root, 'cache'));
  expect(problems.length).toBeGreaterThan(80);
});

it.each([
  ['the sample', sampleFolder, ''],
  ['old talks', oldTalks, 'content/talks'],
])('reports the same as a build for %s', async (_, from, to) => {
  const folder = createAuthorFolder();
  cpSync(from, join(folder.root, to), { recursive: true });
  await compareReadings(folder, join(folder.root, 'cache'));
});

/** The sites that other tests build, by their names. */
const sites: Record<string, () => AuthorFiles | Promise<AuthorFiles>> = {
  ...{ portfolio: makePortfolioFiles, 'only talks': mergeTalksOnlyFiles },
  ...{ 'later talks': mergeLaterTalksFiles, 'composed home page': () => composedHomeFiles },
  ...{ edges: () => edgeSites.edges, Arabic: () => edgeSites['arabic-site'] },
  'attempts to run scripts': () => makeAttemptSite(false),
};

test.each(Object.entries(sites))(
  'reports the same as a build for the site: %s',
  async (_, make) => {
    const folder = createAuthorFolder(await make());
    await compareReadings(folder, join(folder.root, 'cache'));
  },
);

it('reports the same as a build for each documented problem, and stops for the same', async () => {
  const failures: string[] = [];
  const examples = readExamples(document);
  expect(examples.length).toBeGreaterThan(100);
  for (const { code, files } of examples) {
    const folder = createAuthorFolder(files);
    try {
      await compareReadings(folder, join(folder.root, 'cache'));
    } catch (error) {
      failures.push(`${code}: ${String(error)}`);
    }
  }
  expect(failures).toEqual([]);
});
