import { rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { root } from '../../scripts/project-node.mjs';
import {
  digestFolder,
  digestInput,
  findUnchangedBuild,
  writeBuildRecord,
  type BuildFolders,
} from '../content/build/last-build.ts';
import { getAstroCacheFolder, resolveSiteFolder } from '../content/assets/site-folder.ts';
import type { Problem } from '../content/parse/problem.ts';
import { now } from '../content/site/now.ts';
import { subscribeToBuild, subscribeToProblems } from '../content/validate/channels.ts';
import { formatForStderr } from '../content/validate/problem-report.ts';
import {
  createBuildProgress,
  formatSummary,
  formatUnchanged,
  type BuildFigures,
} from './build-summary.ts';
import { readOptions } from './options.ts';

const help = `Builds the site: writes its pages, feeds and files to a folder for a web server.

  npm run build                           writes to dist/
  npm run build -- --outDir ../public     writes to another folder
  npm run build -- --force                builds everything again, also what has not changed
  npm run build -- --silent               prints only problems
  npm run build -- --verbose              prints each step of Astro, too
  LECTERN_SITE=../my-site npm run build   builds another folder with content/ and public/
`;

const options = {
  outDir: { type: 'string', default: 'dist' },
  force: { type: 'boolean', default: false },
  silent: { type: 'boolean', default: false },
  verbose: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Runs `npm run build`. Returns the exit code. */
export async function buildSite(args: string[]): Promise<number> {
  const { values } = readOptions(args, options);
  const { outDir, force, silent, verbose } = values;
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const site = resolveSiteFolder();
  const output = resolve(root, outDir);
  const folders: BuildFolders = { sources: [root, site.root], output };
  const cacheFolder = join(root, getAstroCacheFolder(site));
  const recordFile = join(cacheFolder, 'last-build.json');
  const print = (text: string) => void (silent || process.stdout.write(`${text}\n`));
  const shownOutput = relative(process.env['INIT_CWD'] ?? root, output) || '.';

  if (force) rmSync(cacheFolder, { recursive: true, force: true });
  const last = findUnchangedBuild<BuildFigures>(recordFile, folders, now);
  if (last) {
    printProblems(last.problems);
    print(formatUnchanged(last.figures, shownOutput));
    return 0;
  }
  const input = digestInput(folders);
  let problems: readonly Problem[] = [];
  let until = Infinity;
  subscribeToProblems((list) => (problems = list));
  subscribeToBuild((event) => {
    if (event.kind === 'valid') until = Math.min(until, event.until);
  });
  const progress = createBuildProgress(silent || verbose ? undefined : process.stdout);
  const isBuilt = await runAstro({ output, logLevel: verbose ? 'info' : 'warn' });
  progress.end();
  if (!isBuilt) return endFailedBuild();
  const figures = progress.measure(output);
  // A file that changed during the build may be in the output as it was before.
  if (input === digestInput(folders)) {
    const record = { input, output: digestFolder([output]), from: now, until, problems, figures };
    writeBuildRecord(recordFile, record);
  }
  print(formatSummary(figures, shownOutput));
  return 0;
}

/** Ends the process when its output is written: after a failed build, servers of Astro are still running. */
function endFailedBuild(): Promise<never> {
  return new Promise(() =>
    process.stdout.write('', () => process.stderr.write('', () => process.exit(1))),
  );
}

function printProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) process.stderr.write(`\n${formatForStderr([...problems])}\n`);
}

interface AstroOptions {
  output: string;
  logLevel: 'info' | 'warn';
}

/** Runs a build of Astro. Prints the error of a build that fails, and returns false. */
async function runAstro({ output, logLevel }: AstroOptions): Promise<boolean> {
  process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';
  // The allocator of the bundler takes memory when it is used: 100 MB less, and less time in the kernel.
  process.env['MIMALLOC_ARENA_EAGER_COMMIT'] ??= '0';
  const { build } = await import('astro');
  try {
    await build({ root, outDir: output, logLevel });
    return true;
  } catch (error) {
    process.stderr.write(`${formatError(error)}\n`);
    return false;
  }
}

/** A mistake in content is reported before, with its place; a stack would only hide it. */
function formatError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { hint } = error as Error & { hint?: string };
  const text = error.name === 'ContentError' ? error.message : (error.stack ?? error.message);
  return hint ? `${text}\n${hint}` : text;
}
