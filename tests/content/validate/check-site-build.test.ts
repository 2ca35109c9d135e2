import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { root } from '../../../scripts/project-node.mjs';
import { sampleFolder } from '../../helpers/build/sample-folder.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { createWarningSite } from '../../helpers/make/warning-site.ts';
import { compareReadings } from '../../helpers/mutants/compare-readings.ts';

beforeEach(() => {
  vi.stubEnv('LECTERN_THREADS', '1');
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it('reports the same as a build for a site with every warning', async () => {
  const document = readFileSync(join(root, 'docs/problems.md'), 'utf8');
  const folder = createAuthorFolder(createWarningSite(document).files);
  const problems = await compareReadings(folder, join(folder.root, 'cache'));
  expect(problems.length).toBeGreaterThan(80);
});

it('reports the same as a build for the sample', async () => {
  const folder = createAuthorFolder();
  cpSync(sampleFolder, folder.root, { recursive: true });
  await compareReadings(folder, join(folder.root, 'cache'));
});
