import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { projectNode, root } from '../../../scripts/project-node.mjs';
import { newRunFolder } from '../../../scripts/run-folder.ts';
import { createBuildProcess, type BuildProcess, type BuildRequest } from './build-process.ts';
import { sampleFolder } from './sample-folder.ts';
import { createSharedCaches } from './shared-caches.ts';

/** The time of every test build. */
export const NOW = new Date('2026-01-15T12:00:00Z');

export interface SiteOptions {
  /** Paths below the author's folder, such as `content/talks/a.md`, with their contents. */
  files?: Record<string, string | Buffer>;
  /** Starts from the sample in `tests/fixtures/sample` instead of an empty folder. */
  sample?: boolean;
  /** Added to the few variables that a build needs. No other variables of this process are passed on. */
  env?: Record<string, string>;
  /** Further arguments of the build, such as `--skip-broken`. */
  args?: string[];
  /** Does not use the caches of other builds of this test run. */
  cold?: boolean;
  /** The output folder; by default a new temporary folder. */
  outDir?: string;
}

export interface BuiltSite {
  /** The exit code of `astro build`. */
  code: number;
  /** The output of the build on both streams, without colours. */
  output: string;
  /** The output folder. */
  dist: string;
  /** Returns the text of a file of the built site: `read('talks/index.html')`. */
  read(path: string): string;
}

const siteYaml = `name: Ada Example
role: Reader in Measurement
url: https://ada.example
language: en-GB
timezone: Europe/London
`;

/**
 * Builds a site with Astro in a process of its own. Several builds may run at once, even during
 * `npm start`: each has its own copy of the program, as it was at the start of the test run.
 */
export async function buildSite(options: SiteOptions): Promise<BuiltSite> {
  const { build, cleanUp } = createBuilder(options);
  const process = freeProcesses.pop();
  const site = await build(options.outDir ?? 'dist', process);
  if (process) freeProcesses.push(process);
  cleanUp();
  return site;
}

const freeProcesses: BuildProcess[] = [];

/**
 * Calls `run`, in which `buildSite` uses up to `count` processes, each for many builds. This takes half the processor time
 * of a process for each build.
 */
export async function shareBuildProcesses(count: number, run: () => Promise<void>): Promise<void> {
  const processes = Array.from({ length: count }, createBuildProcess);
  freeProcesses.push(...processes);
  try {
    await run();
  } finally {
    freeProcesses.length = 0;
    for (const process of processes) process.end();
  }
}

/** Builds a site, and again with the caches of the first build. */
export async function buildTwice(options: SiteOptions): Promise<[BuiltSite, BuiltSite]> {
  const { build, cleanUp } = createBuilder(options);
  const sites: [BuiltSite, BuiltSite] = [await build('first'), await build('second')];
  cleanUp();
  return sites;
}

/** Creates an author's folder and a copy of the program that builds it. */
function createBuilder(options: SiteOptions) {
  const program = copyProgram();
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-author-'));
  fillAuthorFolder(folder, options);
  const caches = createSharedCaches(program, folder);
  if (!options.cold) caches.read();
  const env = {
    ...createCleanEnvironment(),
    LECTERN_SITE: folder,
    SOURCE_DATE_EPOCH: String(NOW.getTime() / 1000),
    ...options.env,
  };
  const build = async (out: string, process?: BuildProcess): Promise<BuiltSite> => {
    const dist = resolve(program, out);
    const request = { program, env, args: ['--outDir', dist, ...(options.args ?? [])] };
    const { code, output } = await (process?.build(request) ?? runBuild(request));
    return { code, output, dist, read: (path) => readFileSync(join(dist, path), 'utf8') };
  };
  const cleanUp = () => {
    caches.write();
    rmSync(folder, { recursive: true });
  };
  return { build, cleanUp };
}

/** Copies the program into the project, so that it finds the packages in its node_modules. */
export function copyProgram(): string {
  const folder = newRunFolder();
  const parts = ['src', 'scripts', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
  copySnapshot(parts, root, folder);
  return folder;
}

/** Copies parts of a folder as they were at the first copy of this run, even if they are edited later. */
function copySnapshot(parts: string[], from: string, to: string): void {
  const run = process.env.LECTERN_TEST_RUN ?? newRunFolder();
  for (const part of parts) {
    const snapshot = join(run, 'project', part);
    if (!existsSync(snapshot)) copyAtomically(join(from, part), snapshot);
    cpSync(snapshot, join(to, part), { recursive: true });
  }
}

/** Copies a file or folder so that other processes find all of it or nothing. */
function copyAtomically(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  const draft = mkdtempSync(`${to}-`);
  cpSync(from, join(draft, 'copy'), { recursive: true });
  try {
    renameSync(join(draft, 'copy'), to);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(to)) throw error;
  }
  rmSync(draft, { recursive: true });
}

/** Runs the build command in a process of its own. Returns its exit code and output. */
export function runBuild({ program, env, args }: BuildRequest) {
  return runScript(['scripts/run.mjs', 'src/cli/main.ts', 'build', ...args], env, program);
}

/** Runs a script under the project's Node and returns its exit code and output. */
export function runScript(
  args: string[],
  env: NodeJS.ProcessEnv,
  cwd = root,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(projectNode(), args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Writes the files of an author's folder, with a default `content/site.yaml`. */
export function fillAuthorFolder(folder: string, { sample, files }: SiteOptions): void {
  if (sample) copySnapshot(['content', 'public'], sampleFolder, folder);
  const defaults = sample ? {} : { 'content/site.yaml': siteYaml };
  for (const [path, text] of Object.entries({ ...defaults, ...files })) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/**
 * Returns the environment variables that a build needs, without those by which a test runner, a
 * developer's shell or a CI service would change its result.
 */
export function createCleanEnvironment(): Record<string, string> {
  const common = ['PATH', 'Path', 'HOME', 'USERPROFILE', 'TMPDIR', 'TEMP', 'TMP'];
  const windows = ['SystemRoot', 'APPDATA', 'LOCALAPPDATA', 'PATHEXT', 'ComSpec'];
  const entries = [...common, ...windows].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(entries), NO_COLOR: '1', TZ: 'UTC' };
}
