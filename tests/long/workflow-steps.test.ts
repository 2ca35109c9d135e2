import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFreshClone, type FreshClone } from '../helpers/process/fresh-clone.ts';
import { registerWhere } from '../helpers/skip.ts';
import { readWorkflows, listRunSteps, type RunStep } from '../helpers/source/workflows.ts';

const hours = 60 * 60_000;

/** Steps that this test does not run, with the reason. */
const excluded: Record<string, string> = {
  'npm run test:long': 'This test is part of it.',
  'sudo apt-get update && sudo apt-get install --yes --no-install-recommends apache2 caddy nginx':
    'It installs programs of the system.',
  'npm audit --audit-level=high': 'It queries the npm registry for current vulnerabilities.',
};

const values = {
  'steps.pages.outputs.origin': 'https://ada.example',
  'steps.pages.outputs.base_path': '/lectern-site',
  'github.token': 'no-token',
};

const steps = readWorkflows().flatMap(listRunSteps);
const releaseJob = steps.filter(({ place }) => place === 'release.yml, release');

/** The other workflows. A step that several of them contain runs once. */
const others = ['ci.yml', 'tests.yml', 'nightly.yml'].map((name) => ({
  name,
  remaining: findSteps(name).filter(
    (step) =>
      !(step.run in excluded) &&
      steps.find(({ run, place }) => run === step.run && !place.startsWith('deploy.yml')) === step,
  ),
}));

// Windows does not include Bash.
registerWhere(process.platform !== 'win32', 'in a fresh clone', 'no Bash on Windows', () => {
  describe('in a fresh clone, each step passes', () => {
    test('of the deployment, with the sample content', async () => {
      const clone = createFreshClone();
      await runAll(clone, findSteps('deploy.yml'));
      expect(listBuiltFiles(clone)).toContain('talks/certified-information/index.html');
    });

    test('of the deployment, with nothing in content/ but site.yaml', async () => {
      const clone = createFreshClone();
      const content = join(clone.folder, 'content');
      const samples = readdirSync(content).filter((name) => name !== 'site.yaml');
      expect(samples.length).toBeGreaterThan(5);
      for (const name of samples) rmSync(join(content, name), { recursive: true });
      await runAll(clone, findSteps('deploy.yml'));
      const pages = listBuiltFiles(clone);
      expect(pages).toContain('index.html');
      expect(pages).not.toContain('talks/certified-information/index.html');
    });

    test('of a release', async () => {
      const clone = createFreshClone({ gh: '#!/bin/sh\nprintf "%s\\n" "$@" > gh-arguments.txt\n' });
      const { version } = JSON.parse(read(clone, 'package.json')) as { version: string };
      const changelog = read(clone, 'CHANGELOG.md');
      const released = changelog.replace('## [Unreleased]', `## [${version}] - 2026-01-15`);
      writeFileSync(join(clone.folder, 'CHANGELOG.md'), released);
      clone.git('commit', '--quiet', '--all', '--message', `Release ${version}`);

      const env = { GITHUB_REF_NAME: `v${version}` };
      await runAll(
        clone,
        releaseJob.map((step) => ({ ...step, env: { ...step.env, ...env } })),
      );

      const ghArguments = read(clone, 'gh-arguments.txt').trim().split('\n');
      expect(ghArguments.slice(0, 3)).toEqual(['release', 'create', `v${version}`]);
      const files = ghArguments.filter((argument) => argument.startsWith('.lectern/release/'));
      expect(files).toEqual([
        '.lectern/release/notes.md',
        `.lectern/release/lectern-${version}.zip`,
        `.lectern/release/lectern-${version}.zip.sha256`,
      ]);
      const [, archive = '', checksum = ''] = files;
      const bytes = readFileSync(join(clone.folder, archive));
      const hash = createHash('sha256').update(bytes).digest('hex');
      expect(read(clone, checksum)).toBe(`${hash}  lectern-${version}.zip\n`);
      expect(bytes.includes(`lectern-${version}/package.json`)).toBe(true);
      expect(changelog).toContain(read(clone, '.lectern/release/notes.md'));
    });

    test.each(others)('of $name', { timeout: 4 * hours }, async ({ remaining }) => {
      await runAll(createFreshClone(), remaining);
    });

    test('every step of every workflow is run or excluded', () => {
      const run = [
        ...findSteps('deploy.yml'),
        ...releaseJob,
        ...others.flatMap((workflow) => workflow.remaining),
      ];
      const handled = [...run.map((step) => step.run), ...Object.keys(excluded)];
      const commands = steps.map((step) => step.run);
      expect([...new Set(handled)].toSorted()).toEqual([...new Set(commands)].toSorted());
    });
  });
});

function findSteps(name: string): RunStep[] {
  const workflowSteps = steps.filter(({ place }) => place.startsWith(`${name},`));
  expect(workflowSteps.length).toBeGreaterThan(0);
  return workflowSteps;
}

async function runAll(clone: FreshClone, toRun: RunStep[]): Promise<void> {
  for (const step of toRun) {
    const { code, output } = await clone.run(step, values);
    expect(code, `${step.place}: ${step.run}\n${output.slice(-20_000)}`).toBe(0);
  }
}

/** Returns the files of the built site, whose home page must contain the given address. */
function listBuiltFiles(clone: FreshClone): string[] {
  const dist = join(clone.folder, 'dist');
  expect(existsSync(dist)).toBe(true);
  expect(read(clone, 'dist/index.html')).toContain('https://ada.example/lectern-site/');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  return files.map((file) => file.replaceAll('\\', '/'));
}

function read(clone: FreshClone, path: string): string {
  return readFileSync(join(clone.folder, path), 'utf8');
}
