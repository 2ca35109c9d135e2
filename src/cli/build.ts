import { rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { moveAstroFolder, useAstroFolder } from '../content/build/astro-folder.ts';
import { openAssetCache } from '../content/build/asset-cache.ts';
import {
  digestFolder,
  digestInput,
  findUnchangedBuild,
  writeBuildRecord,
  type BuildFolders,
} from '../content/build/last-build.ts';
import { engineFolder } from '../content/assets/engine.ts';
import {
  getAstroCacheFolder,
  resolveSiteFolder,
  type SiteFolder,
} from '../content/assets/site-folder.ts';
import { markUsed, removeUnusedCaches, sharedCaches } from '../content/assets/unused-caches.ts';
import { takeLock } from '../content/output/build-lock.ts';
import { checkWritable, describeDiskError, FolderError } from '../content/output/disk-error.ts';
import { checkFolderNames } from '../content/output/folder-names.ts';
import {
  openOutputFolder,
  toRealPath,
  type OutputFolder,
} from '../content/output/output-folder.ts';
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
import { leaveOutBroken } from './skip-broken.ts';

const help = `Builds the site: writes its pages, feeds and files to a folder for a web server.

  npm run build                           writes to dist/
  npm run build -- --outDir ../public     writes to another folder
  npm run build -- --force                also writes to a folder with other files, and keeps them
  npm run build -- --clean                builds everything again, including what has not changed
  npm run build -- --skip-broken          leaves out the files with errors, and lists them
  npm run build -- --silent               prints only problems
  npm run build -- --verbose              also prints each step of Astro
  LECTERN_SITE=../my-site npm run build   builds another folder with content/ and public/
`;

const options = {
  outDir: { type: 'string', default: 'dist' },
  force: { type: 'boolean', default: false },
  clean: { type: 'boolean', default: false },
  'skip-broken': { type: 'boolean', default: false },
  silent: { type: 'boolean', default: false },
  verbose: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type BuildValues = ReturnType<typeof readOptions<typeof options>>['values'];

/** The folder of the project: npm runs every script in it. */
const project = process.cwd();

/** Runs `npm run build`. Returns the exit code. */
export async function buildSite(args: string[]): Promise<number> {
  const { values } = readOptions(args, options);
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  try {
    return await buildAlone(values);
  } catch (error) {
    const message = error instanceof FolderError ? error.message : describeDiskError(error);
    if (message === undefined) throw error;
    process.stderr.write(`${message}\n`);
    return 1;
  }
}

/** Builds when no other build of the same site, or to the same folder, is running. */
async function buildAlone(values: BuildValues): Promise<number> {
  const site = resolveSiteFolder();
  checkFolderNames(engineFolder, site.root);
  const cache = join(project, getAstroCacheFolder(site));
  const folder = resolve(project, values.outDir);
  const releaseSite = await takeLock(cache, () => announceWait('of this site is running'));
  const releaseOutput = await takeLock(`output ${toRealPath(folder)}`, () =>
    announceWait(`writes to ${values.outDir}`),
  );
  try {
    if (values.clean) rmSync(cache, { recursive: true, force: true });
    const output = openOutputFolder(folder, {
      own: join(project, 'dist'),
      sources: [engineFolder, project, site.root],
      force: values.force,
    });
    const skipsBroken = values['skip-broken'];
    if (skipsBroken) await leaveOutBroken(site);
    return await buildInto(output, { ...values, skipsBroken, site, cache });
  } finally {
    releaseOutput();
    releaseSite();
  }
}

function announceWait(what: string): void {
  process.stderr.write(`Another build ${what}. Waiting for it to end …\n`);
}

interface BuildOptions {
  outDir: string;
  silent: boolean;
  verbose: boolean;
  /** A build without broken files is not remembered, because the next one may have to fail. */
  skipsBroken: boolean;
  site: SiteFolder;
  /** The folder of the site's caches. */
  cache: string;
}

async function buildInto(
  output: OutputFolder,
  { outDir, silent, verbose, skipsBroken, site, cache }: BuildOptions,
): Promise<number> {
  const folders: BuildFolders = { sources: [engineFolder, site.root], output: output.path };
  const recordFile = join(cache, 'last-build.json');
  const print = (text: string) => void (silent || process.stdout.write(`${text}\n`));
  const shownOutput = relative(process.env['INIT_CWD'] ?? project, resolve(project, outDir)) || '.';
  const input = digestInput(folders);
  const last = skipsBroken
    ? undefined
    : findUnchangedBuild<BuildFigures>(recordFile, input, output.path, now);
  if (last) {
    printProblems(last.problems);
    print(formatUnchanged(last.figures, shownOutput));
    return 0;
  }
  for (const folder of [cache, ...sharedCaches.map((name) => join(dirname(cache), name))])
    checkWritable(folder, 'its caches');
  checkWritable(join(project, '.astro'), 'working files');
  markUsed(cache);
  let problems: readonly Problem[] = [];
  let until = Infinity;
  subscribeToProblems((list) => (problems = list));
  subscribeToBuild((event) => {
    if (event.kind === 'valid') until = Math.min(until, event.until);
  });
  const progress = createBuildProgress(silent || verbose ? undefined : process.stdout);
  const next = join(cache, 'output');
  rmSync(next, { recursive: true, force: true });
  const assetCache = openAssetCache(cache);
  const isBuilt = await runAstro({
    ...{ site, next, last: output.path },
    logLevel: verbose ? 'info' : 'warn',
  });
  progress.end();
  if (!isBuilt) return endFailedBuild();
  assetCache.record(join(next, '_astro'));
  removeUnusedCaches(dirname(cache));
  output.publish(next);
  const figures = progress.measure(output.path);
  // A file that changed during the build may be in the output as it was before.
  if (!skipsBroken && input === digestInput(folders)) {
    const digest = digestFolder([output.path]);
    writeBuildRecord(recordFile, { input, output: digest, from: now, until, problems, figures });
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
  site: SiteFolder;
  /** Where Astro writes the site. */
  next: string;
  /** The output folder with the last site. */
  last: string;
  logLevel: 'info' | 'warn';
}

/** Runs a build of Astro. Prints the error of a build that fails, and returns false. */
async function runAstro({ site, next, last, logLevel }: AstroOptions): Promise<boolean> {
  process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';
  // The allocator of the bundler takes memory when it is used: 100 MB less, and less time in the kernel.
  process.env['MIMALLOC_ARENA_EAGER_COMMIT'] ??= '0';
  const removeAstroFolder = useAstroFolder(project, site, 'build');
  const restoreImports = moveAstroFolder();
  const { build } = await import('astro').finally(restoreImports);
  const { pagePrerenderer } = await import('../content/build/prerenderer.ts');
  try {
    const prerenderer = pagePrerenderer(last, { astroWrites: logLevel === 'info' });
    await build({ root: engineFolder, outDir: next, logLevel, integrations: [prerenderer] });
    return true;
  } catch (error) {
    process.stderr.write(`${formatError(error)}\n`);
    return false;
  } finally {
    removeAstroFolder();
  }
}

/** A mistake in content is reported before, with its place; a stack would only hide it. */
function formatError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const diskError = describeDiskError(error);
  if (diskError !== undefined) return diskError;
  const { hint } = error as Error & { hint?: string };
  const text = error.name === 'ContentError' ? error.message : (error.stack ?? error.message);
  return hint ? `${text}\n${hint}` : text;
}
