import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { root } from '../scripts/project-node.mjs';
import {
  listNpmScripts,
  readWorkflows,
  listRunSteps,
  type WorkflowFile,
} from './helpers/source/workflows.ts';

const files = readWorkflows();
const { name, scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string;
  scripts: Record<string, string>;
};

describe("the engine's tests", () => {
  const isEngine = `endsWith(github.repository, '/${name}') && !github.event.repository.fork`;

  test('run only in the repository of the engine, which has the name of the package', () => {
    const conditions = ['ci.yml', 'nightly.yml', 'release.yml'].flatMap((name) =>
      Object.entries(findWorkflow(name).jobs).map(([id, job]) => [`${name}, ${id}`, job.if]),
    );
    expect(Object.fromEntries(conditions)).toEqual({
      'ci.yml, tests': isEngine,
      'ci.yml, skipped': `!(${isEngine})`,
      'nightly.yml, tests': isEngine,
      'nightly.yml, lighthouse': isEngine,
      'release.yml, tests': isEngine,
      'release.yml, lighthouse': isEngine,
      // It needs the other two jobs and is skipped with them.
      'release.yml, release': undefined,
    });
    expect(findWorkflow('release.yml').jobs['release']).toMatchObject({
      needs: ['tests', 'lighthouse'],
    });
  });

  test('run for pushes, pull requests and releases, but not for deployments', () => {
    const callers = files.filter(({ text }) => text.includes('workflows/tests.yml'));
    expect(callers.map(({ name }) => name)).toEqual(['ci.yml', 'release.yml']);
    expect(Object.keys(findWorkflow('ci.yml').on)).toEqual(['push', 'pull_request']);
    for (const name of ['deploy.yml', 'daily.yml']) {
      const scripts = listNpmScripts(files.find((file) => file.name === name)!);
      expect(scripts.filter((script) => script.startsWith('test'))).toEqual([]);
    }
  });

  test('each test script has a job, the long ones at night', () => {
    const all = Object.keys(scripts).filter((script) => /^test:(?!ci$)/.test(script));
    const pushed = listNpmScripts(files.find((file) => file.name === 'tests.yml')!);
    const nightly = listNpmScripts(files.find((file) => file.name === 'nightly.yml')!);
    expect(all.length).toBeGreaterThan(6);
    expect(all.filter((script) => !pushed.includes(script))).toEqual(['test:long']);
    expect(nightly).toEqual(['test', 'test:full', 'test:long', 'lighthouse']);
  });
});

test('a push of an author is checked, then built', () => {
  const deploy = files.find((file) => file.name === 'deploy.yml')!;
  expect(listRunSteps(deploy).map(({ run }) => run)).toEqual([
    'npm run check -- --format github',
    'npm run build',
  ]);
  expect(Object.keys(deploy.workflow.on)).toEqual(
    expect.arrayContaining(['push', 'pull_request', 'workflow_call']),
  );
});

test('the daily rebuild has only a schedule and calls the deployment', () => {
  const { on, jobs } = findWorkflow('daily.yml');
  expect(Object.keys(on)).toEqual(['schedule']);
  expect(Object.values(jobs).map(({ uses }) => uses)).toEqual(['./.github/workflows/deploy.yml']);
});

test('Dependabot proposes updates of actions and of packages, grouped, once a week', () => {
  const text = readFileSync(join(root, '.github', 'dependabot.yml'), 'utf8');
  const { updates } = parse(text) as { updates: Record<string, unknown>[] };
  expect(updates.map((update) => update['package-ecosystem'])).toEqual(['github-actions', 'npm']);
  for (const { groups, schedule } of updates) {
    expect(schedule).toEqual({ interval: 'weekly' });
    expect(Object.values(groups as object)).toEqual([{ patterns: ['*'] }]);
  }
});

function findWorkflow(name: string): WorkflowFile['workflow'] {
  return files.find((file) => file.name === name)!.workflow;
}
