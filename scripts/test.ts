/**
 * Runs groups of test steps, or single steps, and prints a table of them.
 *
 *     node scripts/test.ts quick                  what `npm test` runs
 *     node scripts/test.ts quick full             what continuous integration runs
 *     node scripts/test.ts unit -- -t rejects     one step, with arguments for its tool
 *
 * Every step runs even when an earlier one failed. With several steps, only the output of the
 * failed ones is shown. The last line reads `N passed, N failed`: the tests of the test runners, and one for each
 * step that is a single check. The exit code is 1 if one failed.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project-node.mjs';
import { runChild } from './run-child.mjs';
import { newRunFolder } from './run-folder.ts';
import { newTemporaryFolder } from './temporary-folder.ts';
import {
  groups,
  parallelGroups,
  reportOptions,
  steps,
  type Counts,
  type Step,
  type StepName,
} from './test-steps.ts';

interface Result extends Counts {
  step: Step;
  seconds: number;
}

const runFolder = newRunFolder();
const temporaryFolder = newTemporaryFolder();
process.on('exit', () => {
  for (const folder of [runFolder, temporaryFolder])
    rmSync(folder, { recursive: true, force: true });
});

const { names, toolArguments } = readArguments(process.argv.slice(2));
const isAlone = names.length === 1;
const started = performance.now();
const results = (await Promise.all(parallelGroups.map(runInOrder))).flat();
printSummary(results);
process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;

/** Splits `unit site -- -t x` into the steps to run and the arguments for their tools. */
function readArguments(args: string[]): { names: string[]; toolArguments: string[] } {
  const isName = (arg: string) => arg in groups || arg in steps;
  const requested = args.filter(isName).flatMap((arg) => groups[arg] ?? [arg]);
  const toolArguments = args.filter((arg) => !isName(arg) && arg !== '--');
  return { names: requested.length > 0 ? requested : groups['quick']!, toolArguments };
}

async function runInOrder(group: StepName[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const name of group.filter((step) => names.includes(step))) {
    results.push(await runStep(steps[name], join(runFolder, `${name}.json`)));
  }
  return results;
}

async function runStep(step: Step, report: string): Promise<Result> {
  const [program, ...args] = step.command;
  const start = performance.now();
  const options = reportOptions(step, report);
  const { code, output } = await runChild(
    process.execPath,
    [join(root, program), ...args, ...options.args, ...toolArguments],
    // A single step prints directly; with several steps, the output of each is collected until it ends.
    { cwd: root, env: toolEnvironment(step, options.env), stdio: isAlone ? 'inherit' : 'pipe' },
  );
  const counts = step.count
    ? countReport(report, step.count)
    : { passed: code === 0 ? 1 : 0, failed: 0, skipped: [] };
  if (code !== 0) counts.failed = Math.max(1, counts.failed);
  const result = { step, ...counts, seconds: secondsSince(start) };
  if (isAlone) return result;
  if (counts.failed > 0) console.log(`\n── ${step.title} ──\n${output.trimEnd()}\n`);
  console.log(formatResult(result));
  return result;
}

function toolEnvironment(step: Step, report: Record<string, string>): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    LECTERN_TEST_RUN: runFolder,
    // Nightly tests install packages in temporary folders, which would not fit into memory.
    ...(!step.env?.LECTERN_TEST_LONG && { TMPDIR: temporaryFolder }),
    ...step.env,
    ...report,
  };
}

/** Counts the tests of a report. A missing report counts as one failure: the tool crashed. */
function countReport(file: string, count: (report: unknown) => Counts): Counts {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, skipped: [] };
  }
}

function printSummary(results: Result[]): void {
  const sum = (value: (result: Result) => number) =>
    results.reduce((total, result) => total + value(result), 0);
  console.log('\n            Step                   passed  failed  skipped   seconds');
  for (const result of results) console.log(formatResult(result));
  console.log(`Total ${secondsSince(started).toFixed(1)} s`);
  for (const line of formatSkips(results.flatMap(({ skipped }) => skipped))) console.log(line);
  console.log(`${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`);
}

function formatResult({ step, passed, failed, skipped, seconds }: Result): string {
  const verdict = failed > 0 ? 'FAILED' : 'ok';
  const numbers = [passed, failed, skipped.length].map((count) => String(count).padStart(7));
  return `${verdict.padEnd(12)}${step.title.padEnd(22)}${numbers.join(' ')} ${seconds.toFixed(1).padStart(9)}`;
}

/** Counts skipped tests by reason. The title of a skipped test ends in "(skipped: reason)". */
function formatSkips(titles: string[]): string[] {
  const reasons = Map.groupBy(
    titles,
    (title) => /\(skipped: (.+?)\)/.exec(title)?.[1] ?? `no reason given: ${title}`,
  );
  return [...reasons].map(([reason, tests]) => `${tests.length} skipped: ${reason}`);
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}
