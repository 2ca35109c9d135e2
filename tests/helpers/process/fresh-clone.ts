import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from '../../../scripts/project-node.mjs';
import { createCleanEnvironment } from '../build/build-site.ts';
import type { RunStep } from '../source/workflows.ts';

export interface FreshClone {
  /** The folder of the clone, outside the project and its packages. */
  folder: string;
  /** Runs a step as GitHub does, with the expressions of its variables replaced by these values. */
  run(step: RunStep, values: Record<string, string>): Promise<{ code: number; output: string }>;
  /** Runs git in the clone. Throws when it fails. */
  git(...args: string[]): void;
}

/**
 * Clones the current commit of the project. Nothing is installed in the clone, and the programs in
 * `fakePrograms`, by name, are found before those of the system. The clone is removed after the test.
 */
export function createFreshClone(fakePrograms: Record<string, string> = {}): FreshClone {
  const home = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-clone-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const folder = join(home, 'site');
  const bin = join(home, 'bin');
  git(home, 'clone', '--quiet', root, folder);
  mkdirSync(bin);
  for (const [name, script] of Object.entries(fakePrograms)) {
    writeFileSync(join(bin, name), script);
    chmodSync(join(bin, name), 0o755);
  }
  return {
    folder,
    git: (...args) => git(folder, ...args),
    run: (step, values) => runStep(step, values, folder, bin),
  };
}

function git(cwd: string, ...args: string[]): void {
  const author = ['-c', 'user.name=Ada Example', '-c', 'user.email=ada@ada.example'];
  const { status, stderr } = spawnSync('git', [...author, ...args], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
}

function runStep(
  step: RunStep,
  values: Record<string, string>,
  cwd: string,
  bin: string,
): Promise<{ code: number; output: string }> {
  const variables = Object.entries(step.env).map(([name, text]) => [
    name,
    replaceExpressions(text, values),
  ]);
  const env = { ...createRunnerEnvironment(bin), ...Object.fromEntries(variables) };
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-e', '-c', step.run], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Replaces each `${{ … }}`. Throws for one without a value. */
function replaceExpressions(text: string, values: Record<string, string>): string {
  return text.replace(/\$\{\{ *(.*?) *\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value is given for the expression ${name}.`);
    return value;
  });
}

/** Returns the environment of a GitHub runner, without the packages and variables of the running tests. */
function createRunnerEnvironment(bin: string): Record<string, string> {
  const { PATH = '', ...others } = createCleanEnvironment();
  const system = PATH.split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const chrome = process.env.CHROME_PATH;
  return {
    ...others,
    ...(chrome && { CHROME_PATH: chrome }),
    PATH: [bin, ...system].join(delimiter),
    CI: 'true',
  };
}
