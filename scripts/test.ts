/**
 * Runs the steps of `npm test`, or only those named, and sums up.
 *
 *     node scripts/test.ts                      every step but the slow one
 *     node scripts/test.ts unit -- -t rejects   one step, with arguments for its tool
 *
 * Every step runs even when an earlier one failed. The last line reads `N passed, N failed`: the tests
 * of the test runners, and one for each step that is a single check. Exit code 1 when one failed.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project-node.mjs';
import { newRunFolder } from './run-folder.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  title: string;
  /** The tool's program file, from the project's folder, then its arguments. */
  command: [program: string, ...args: string[]];
  /** Reads the counts out of the report that the tool wrote; absent for a single check. */
  count?: (report: unknown) => Counts;
}

const runFolder = newRunFolder();
process.on('exit', () => rmSync(runFolder, { recursive: true, force: true }));

const steps: Record<string, Step> = {
  format: {
    title: 'Formatting',
    command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  },
  lint: { title: 'Lint', command: ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.'] },
  types: {
    title: 'Types',
    command: ['node_modules/astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'warning'],
  },
  unit: vitestStep('unit', 'Unit tests'),
  site: vitestStep('site', 'Built sites'),
  browser: {
    title: 'Browser',
    command: [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--reporter=list,json',
      '--grep-invert=@full',
    ],
    count: fromPlaywright,
  },
  full: vitestStep('full', 'Whole sites'),
  pages: {
    title: 'Browser, every page',
    command: [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--reporter=list,json',
      '--grep=@full',
    ],
    count: fromPlaywright,
  },
  lighthouse: { title: 'Lighthouse', command: ['scripts/lighthouse.ts'] },
};
/** What `npm test` leaves to continuous integration. */
const slow = ['full', 'pages', 'lighthouse'];
/** Single checks keep one core busy: these two rows run side by side, ahead of the others. */
const lanes = [['types'], ['format', 'lint']];

const { names, rest } = readArguments(process.argv.slice(2));
const started = performance.now();
const results = await runSteps();
const total = results.reduce(add, { passed: 0, failed: 0, skipped: 0 });

console.log(`\n── Total ${seconds(started)} ──`);
for (const { name, failed } of results) if (failed > 0) console.log(`${name}: ${failed} failed`);
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

function vitestStep(project: string, title: string): Step {
  return {
    title,
    command: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      project,
      ...vitestReporters(project),
    ],
    count: fromVitest,
  };
}

function vitestReporters(project: string): string[] {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(project)}`];
}

/** Splits `unit site -- -t x` into the steps to run and what their tools are told. */
function readArguments(args: string[]): { names: string[]; rest: string[] } {
  const known = args.filter((arg) => arg in steps);
  const quick = Object.keys(steps).filter((name) => !slow.includes(name));
  const rest = args.filter((arg) => !(arg in steps) && arg !== '--');
  return { names: known.length > 0 ? known : quick, rest };
}

type Result = { name: string } & Counts;

async function runSteps(): Promise<Result[]> {
  if (names.length === 1) return runInTurn(names, false);
  const first = lanes.map((lane) =>
    runInTurn(
      lane.filter((name) => names.includes(name)),
      true,
    ),
  );
  const results = (await Promise.all(first)).flat();
  const others = names.filter((name) => !lanes.flat().includes(name));
  return [...results, ...(await runInTurn(others, false))];
}

async function runInTurn(lane: string[], quietly: boolean): Promise<Result[]> {
  const results: Result[] = [];
  for (const name of lane) results.push({ name, ...(await runStep(name, quietly)) });
  return results;
}

/** Quietly: what the tool says is shown when it ends. */
async function runStep(name: string, quietly: boolean): Promise<Counts> {
  const step = steps[name]!;
  const [program, ...args] = step.command;
  const began = performance.now();
  if (!quietly) console.log(`\n── ${step.title} ──`);
  const { status, said } = await run(
    [join(root, program), ...args, ...rest],
    toolEnvironment(name),
    quietly,
  );
  if (quietly) console.log(`\n── ${step.title} ──\n${said.trimEnd()}`);
  const counts = step.count ? countReport(name, step.count) : { passed: 0, failed: 0, skipped: 0 };
  if (status !== 0) counts.failed = Math.max(1, counts.failed);
  else if (!step.count) counts.passed = 1;
  console.log(`${status === 0 ? 'ok' : 'FAILED'} (${seconds(began)})`);
  return counts;
}

function run(
  args: string[],
  env: NodeJS.ProcessEnv,
  quietly: boolean,
): Promise<{ status: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const stdio = quietly ? 'pipe' : 'inherit';
    const tool = spawn(process.execPath, args, { cwd: root, env, stdio });
    let said = '';
    for (const stream of [tool.stdout, tool.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
    }
    tool.on('error', reject);
    tool.on('close', (status) => resolve({ status, said }));
  });
}

function toolEnvironment(name: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    LECTERN_TEST_RUN: runFolder,
    ...(name === 'pages' && { LECTERN_TEST_FULL: '1' }),
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf(name),
  };
}

function reportOf(name: string): string {
  return join(runFolder, `${name}.json`);
}

/** A tool that died before it wrote its report counts as one failure. */
function countReport(name: string, count: (report: unknown) => Counts): Counts {
  try {
    return count(JSON.parse(readFileSync(reportOf(name), 'utf8')));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function fromVitest(report: unknown): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report as Record<
    'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests',
    number
  >;
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  };
}

function fromPlaywright(report: unknown): Counts {
  const { stats } = report as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  };
}

function add(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
