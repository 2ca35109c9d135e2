import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { root } from '../scripts/project-node.mjs';
import { npmScripts, readWorkflows, runSteps, type WorkflowFile } from './helpers/workflows.ts';

const files = readWorkflows();
const { name, scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string;
  scripts: Record<string, string>;
};

describe("the engine's tests", () => {
  const here = `endsWith(github.repository, '/${name}') && !github.event.repository.fork`;

  test('run in the repository of the engine alone, under the name of the package', () => {
    const conditions = ['ci.yml', 'nightly.yml', 'release.yml'].flatMap((name) =>
      Object.entries(workflowNamed(name).jobs).map(([id, job]) => [`${name}, ${id}`, job.if]),
    );
    expect(Object.fromEntries(conditions)).toEqual({
      'ci.yml, tests': here,
      'ci.yml, skipped': `!(${here})`,
      'nightly.yml, tests': here,
      'nightly.yml, lighthouse': here,
      'release.yml, tests': here,
      'release.yml, lighthouse': here,
      // It needs the two others, and is skipped with them.
      'release.yml, release': undefined,
    });
    expect(workflowNamed('release.yml').jobs['release']).toMatchObject({
      needs: ['tests', 'lighthouse'],
    });
  });

  test('are called by pushes, pull requests and releases, and by nothing that deploys', () => {
    const callers = files.filter(({ text }) => text.includes('workflows/tests.yml'));
    expect(callers.map(({ name }) => name)).toEqual(['ci.yml', 'release.yml']);
    expect(Object.keys(workflowNamed('ci.yml').on)).toEqual(['push', 'pull_request']);
    for (const name of ['deploy.yml', 'daily.yml']) {
      const scripts = npmScripts(files.find((file) => file.name === name)!);
      expect(scripts.filter((script) => script.startsWith('test'))).toEqual([]);
    }
  });

  test('all run: each script has its job, the long ones at night', () => {
    const all = Object.keys(scripts).filter((script) => /^test:(?!ci$)/.test(script));
    const pushed = npmScripts(files.find((file) => file.name === 'tests.yml')!);
    const nightly = npmScripts(files.find((file) => file.name === 'nightly.yml')!);
    expect(all.length).toBeGreaterThan(6);
    expect(all.filter((script) => !pushed.includes(script))).toEqual(['test:long']);
    expect(nightly).toEqual(['test', 'test:full', 'test:long', 'lighthouse']);
  });
});

test('an author’s push is checked, then built', () => {
  const deploy = files.find((file) => file.name === 'deploy.yml')!;
  expect(runSteps(deploy).map(({ run }) => run)).toEqual([
    'npm run check -- --format github',
    'npm run build',
  ]);
  expect(Object.keys(deploy.workflow.on)).toEqual(
    expect.arrayContaining(['push', 'pull_request', 'workflow_call']),
  );
});

test('the daily rebuild has only a schedule, and calls the deployment', () => {
  const { on, jobs } = workflowNamed('daily.yml');
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

function workflowNamed(name: string): WorkflowFile['workflow'] {
  return files.find((file) => file.name === name)!.workflow;
}
