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
import { projectNode, root } from '../../scripts/project-node.mjs';
import { newRunFolder } from '../../scripts/run-folder.ts';
import { sampleFolder } from './sample-folder.ts';
import { sharedCaches } from './shared-caches.ts';

/** The moment at which every test build believes to run. */
export const NOW = new Date('2026-01-15T12:00:00Z');

export interface SiteOptions {
  /** Paths below the author's folder, such as `content/talks/a.md`, with what is in them. */
  files?: Record<string, string | Buffer>;
  /** Starts from the sample in `tests/fixtures/sample` instead of an empty folder. */
  sample?: boolean;
  /** Set besides the few variables a build needs; nothing else of this process is passed on. */
  env?: Record<string, string>;
  /** Finds nothing that other builds of this test run cached. */
  cold?: boolean;
  /** Where to build to; a new temporary folder if it is left out. */
  outDir?: string;
}

export interface BuiltSite {
  /** The exit code of `astro build`. */
  code: number;
  /** All that the build printed, on either stream, without colours. */
  output: string;
  /** The folder that was built into. */
  dist: string;
  /** The text of a file of the built site: `read('talks/index.html')`. */
  read(path: string): string;
}

const siteYaml = `name: Ada Example
role: Reader in Measurement
url: https://ada.example
language: en-GB
timezone: Europe/London
`;

/**
 * Builds a site for real, in a process of its own. Several builds may run at once, beside a running
 * `npm start` too: each has its own copy of the program, because Astro keeps notes about the content
 * it is building in the folder `.astro` of a project.
 */
export async function buildSite(options: SiteOptions): Promise<BuiltSite> {
  const { build, end } = author(options);
  const site = await build(options.outDir ?? 'dist');
  end();
  return site;
}

/** Builds a site, and once more with what the first build kept for the next. */
export async function buildTwice(options: SiteOptions): Promise<[BuiltSite, BuiltSite]> {
  const { build, end } = author(options);
  const sites: [BuiltSite, BuiltSite] = [await build('first'), await build('second')];
  end();
  return sites;
}

/** An author's folder, and a copy of the program to build it with. */
function author(options: SiteOptions) {
  const program = copyProgram();
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-author-'));
  fill(folder, options);
  const caches = sharedCaches(program, folder);
  if (!options.cold) caches.read();
  const env = {
    ...plainEnvironment(),
    LECTERN_SITE: folder,
    SOURCE_DATE_EPOCH: String(NOW.getTime() / 1000),
    ...options.env,
  };
  const build = async (out: string): Promise<BuiltSite> => {
    const dist = resolve(program, out);
    const args = ['scripts/run.mjs', 'astro', 'build', '--outDir', dist];
    const { code, output } = await run(args, env, program);
    return { code, output, dist, read: (path) => readFileSync(join(dist, path), 'utf8') };
  };
  const end = () => {
    caches.write();
    rmSync(folder, { recursive: true });
  };
  return { build, end };
}

/** Packages are found in the node_modules of the project, which the copy lies within. */
export function copyProgram(): string {
  const folder = newRunFolder();
  const parts = ['src', 'scripts', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
  copy(parts, root, folder);
  return folder;
}

/** Copies parts of a folder as it was when this run first asked, whatever is edited meanwhile. */
function copy(parts: string[], from: string, to: string): void {
  const run = process.env.LECTERN_TEST_RUN ?? newRunFolder();
  for (const part of parts) {
    const kept = join(run, 'project', part);
    if (!existsSync(kept)) keepWhole(join(from, part), kept);
    cpSync(kept, join(to, part), { recursive: true });
  }
}

/** Copies a file or folder: another process that asks at the same time finds all of it or nothing. */
function keepWhole(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  const draft = mkdtempSync(`${to}-`);
  cpSync(from, join(draft, 'copy'), { recursive: true });
  try {
    renameSync(join(draft, 'copy'), to);
  } catch (error) {
    // The other was first.
    if (!existsSync(to)) throw error;
  }
  rmSync(draft, { recursive: true });
}

/** Runs a script under the project's Node; gives its exit code and all that it printed. */
export function run(
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

/** Writes what an author's folder holds; `content/site.yaml` has a default. */
export function fill(folder: string, { sample, files }: SiteOptions): void {
  if (sample) copy(['content', 'public'], sampleFolder, folder);
  const own = sample ? {} : { 'content/site.yaml': siteYaml };
  for (const [path, text] of Object.entries({ ...own, ...files })) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/**
 * What a build needs of this process: without the variables by which a test runner, a developer's
 * shell or a CI service would change its result.
 */
export function plainEnvironment(): Record<string, string> {
  const wanted = ['PATH', 'Path', 'HOME', 'USERPROFILE', 'TMPDIR', 'TEMP', 'TMP'];
  const windows = ['SystemRoot', 'APPDATA', 'LOCALAPPDATA', 'PATHEXT', 'ComSpec'];
  const kept = [...wanted, ...windows].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), NO_COLOR: '1', TZ: 'UTC' };
}
