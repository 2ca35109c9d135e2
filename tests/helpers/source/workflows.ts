import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../../scripts/project-node.mjs';

export const workflowsFolder = join(root, '.github', 'workflows');

interface Step {
  id?: string;
  if?: string;
  run?: string;
  uses?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

interface Job {
  if?: string;
  /** A job calls another workflow with `uses`, or has steps of its own. */
  uses?: string;
  steps?: Step[];
  env?: Record<string, string>;
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
}

interface Workflow {
  on: Record<string, unknown>;
  env?: Record<string, string>;
  permissions?: Record<string, string>;
  concurrency?: { group: string; 'cancel-in-progress'?: boolean | string };
  jobs: Record<string, Job>;
}

export interface WorkflowFile {
  /** The name of the file, such as `ci.yml`. */
  name: string;
  text: string;
  workflow: Workflow;
}

export interface RunStep {
  /** Such as `deploy.yml, build`. */
  place: string;
  run: string;
  /** The variables of the workflow, the job and the step, with their expressions. */
  env: Record<string, string>;
}

/** Reads every file of `.github/workflows/`, in the order of their names. */
export function readWorkflows(): WorkflowFile[] {
  return readdirSync(workflowsFolder)
    .toSorted()
    .map((name) => {
      const text = readFileSync(join(workflowsFolder, name), 'utf8');
      return { name, text, workflow: parse(text) as Workflow };
    });
}

/** Returns the `run:` steps of a workflow in order, job by job. */
export function listRunSteps({ name, workflow }: WorkflowFile): RunStep[] {
  return Object.entries(workflow.jobs).flatMap(([id, job]) =>
    (job.steps ?? []).flatMap((step) => {
      if (step.run === undefined) return [];
      const env = { ...workflow.env, ...job.env, ...step.env };
      return [{ place: `${name}, ${id}`, run: step.run, env }];
    }),
  );
}

/** Returns the npm scripts that a workflow runs, in order: `test` for `npm test`. */
export function listNpmScripts(file: WorkflowFile): string[] {
  const commands = listRunSteps(file).map(({ run }) => run);
  return commands.flatMap((run) =>
    [...run.matchAll(/\bnpm (?:run ([\w:-]+)|(test|start))/g)].map(
      ([, script, short]) => script ?? short!,
    ),
  );
}
