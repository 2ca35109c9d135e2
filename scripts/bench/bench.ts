/**
 * Measures builds and the dev server on generated talks. docs/performance.md explains the figures.
 *
 *     npm run bench                        builds of 0, 10, 100 and 1,000 talks
 *     npm run bench -- --n 0,100           other sizes; the smallest is the base of the cost per talk
 *     npm run bench -- --runs 5            five runs, and the medians
 *     npm run bench -- --against DIR       also Hugo, with the same talks in the Wowchemy site in DIR
 *     npm run bench -- --project ../before another checkout with installed packages
 *     npm run bench -- --json FILE         also writes all figures to a file
 *     npm run bench -- dev                 the dev server in a browser: the sample, 100 and 1,000 talks
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../project-node.mjs';
import { benchBuilds } from './bench-builds.ts';
import { benchDev } from './bench-dev.ts';
import { hasHugo } from './hugo.ts';
import { formatBuilds, formatCosts, formatDev, formatPhases } from './tables.ts';

const startFolder = process.env['INIT_CWD'] ?? process.cwd();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    n: { type: 'string' },
    runs: { type: 'string', default: '1' },
    against: { type: 'string' },
    project: { type: 'string', default: root },
    json: { type: 'string' },
  },
});
const project = resolve(startFolder, values.project);
const runs = readNumbers('runs', values.runs)[0] ?? 1;
console.log(describeMachine());

const results = await runBenchmark();
if (values.json) {
  const file = resolve(startFolder, values.json);
  writeFileSync(
    file,
    `${JSON.stringify({ machine: describeMachine(), runs, results }, null, 1)}\n`,
  );
}

async function runBenchmark(): Promise<unknown> {
  if (positionals.length > 0) {
    if (positionals.join() !== 'dev') fail(`Unknown benchmark "${positionals.join(' ')}".`);
    const sizes = readNumbers('n', values.n ?? '100,1000');
    const figures = await benchDev(project, ['sample', ...sizes]);
    console.log(`\nDev server\n\n${formatDev(figures)}`);
    return figures;
  }
  const hugoSite = values.against && resolve(startFolder, values.against);
  if (hugoSite && !hasHugo()) fail('--against needs hugo, which is not installed.');
  const sizes = readNumbers('n', values.n ?? '0,10,100,1000');
  const builds = await benchBuilds({ project, sizes, runs, ...(hugoSite && { hugoSite }) });
  console.log(`\nBuilds, medians of ${runs} runs\n\n${formatBuilds(builds)}`);
  console.log(`\nCost of one more talk\n\n${formatCosts(builds)}`);
  console.log(`\nSeconds of each phase\n\n${formatPhases(builds)}`);
  return builds;
}

/** Reads whole numbers separated by commas, in ascending order. */
function readNumbers(option: string, text: string): number[] {
  const numbers = text.split(',').map(Number);
  if (!numbers.every((number) => Number.isInteger(number) && number >= 0)) {
    fail(`--${option} needs whole numbers, for example --${option} 10,100`);
  }
  return numbers.sort((a, b) => a - b);
}

/** Returns a line such as "1d64dbd1, 2026-11-30, Node 26.10.0, linux, 2 × AMD EPYC, 8 GB". */
function describeMachine(): string {
  const { stdout } = spawnSync('git', ['describe', '--always', '--dirty'], {
    cwd: project,
    encoding: 'utf8',
  });
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  return [
    ...[stdout.trim(), new Date().toISOString().slice(0, 10), `Node ${process.versions.node}`],
    ...[process.platform, `${availableParallelism()} × ${model}`, memory],
  ].join(', ');
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
