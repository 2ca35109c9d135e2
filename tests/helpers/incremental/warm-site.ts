import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Random } from '../../../scripts/workload/random.ts';
import { createBuildProcess, type BuildRequest } from '../build/build-process.ts';
import { copyProgram, createCleanEnvironment, runBuild } from '../build/build-site.ts';
import { hashFiles } from '../read/dist.ts';
import { damageCache } from './damage-cache.ts';
import { toAuthorFiles, toProgramFiles, type SiteState } from './site-state.ts';

/** A site that is built again and again with its caches, after changes. */
export interface WarmSite {
  /**
   * Writes, renames and removes files so that they are those of a state. A folder that was renamed keeps its
   * files, with their times.
   */
  apply(state: SiteState): Promise<void>;
  /**
   * Builds the site with the caches and the output of the last build. Returns the hash of each file.
   * @param isCommand Runs the command in a process of its own, and leaves the program where it was at the last build.
   * Otherwise the program moves to another folder before the build, as to another machine.
   */
  build(state: SiteState, isCommand?: boolean): Promise<Hashes>;
  /** Builds the site with another copy of the program that has neither caches nor output. It may run during `build`. */
  buildClean(state: SiteState): Promise<Hashes>;
  /** Builds two sites, or one twice, at once with a new copy of the program. Both states have the same program. */
  buildAtOnce(
    states: readonly [SiteState, SiteState],
  ): Promise<{ hashes: Hashes; output: string }[]>;
  /** Damages a random file of the caches. Returns what was damaged and how; undefined if there is no cache. */
  damage(random: Random): string | undefined;
  /** Deletes the caches and the output. */
  clear(): void;
  remove(): void;
}

/** The hashes of the files of a built site by their paths. */
export type Hashes = Record<string, string>;

export function createWarmSite(): WarmSite {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-author-'));
  const warm = createMovingProgram();
  const clean = createMovingProgram();
  let files = new Map<string, string | Buffer>();
  const originals = new Map<string, string>();

  const toRequest = (program: string, { now }: SiteState): BuildRequest => ({
    program,
    args: ['--outDir', join(program, 'dist')],
    env: {
      ...createCleanEnvironment(),
      LECTERN_SITE: folder,
      SOURCE_DATE_EPOCH: String(now.getTime() / 1000),
    },
  });
  return {
    async apply(state) {
      const next = await toAuthorFiles(state);
      renameFolders(folder, files, next);
      for (const path of files.keys()) if (!next.has(path)) removeFile(join(folder, path));
      for (const [path, content] of next) writeIfChanged(join(folder, path), content);
      files = next;
      for (const [path, change] of toProgramFiles(state)) {
        const original = originals.get(path) ?? readFileSync(join(warm.program(), path), 'utf8');
        originals.set(path, original);
        const changed = change(original);
        if (changed === original) throw new Error(`The change has no effect on ${path}.`);
        for (const { program } of [warm, clean]) writeIfChanged(join(program(), path), changed);
      }
    },
    async build(state, isCommand) {
      if (!isCommand) return hashBuild(await warm.build((program) => toRequest(program, state)));
      const request = toRequest(warm.program(), state);
      return hashBuild({ ...(await runBuild(request)), dist: join(request.program, 'dist') });
    },
    async buildClean(state) {
      clean.clear();
      return hashBuild(await clean.build((program) => toRequest(program, state)));
    },
    async buildAtOnce(states) {
      const program = copyProgram();
      const folders = new Map<SiteState, string>();
      for (const state of new Set(states)) {
        const author = join(program, `author-${folders.size}`);
        folders.set(state, author);
        for (const [path, content] of await toAuthorFiles(state))
          writeIfChanged(join(author, path), content);
        for (const [path, change] of toProgramFiles(state))
          writeIfChanged(join(program, path), change(originals.get(path)!));
      }
      const builds = states.map(async (state, i) => {
        const author = folders.get(state)!;
        const dist = join(author, 'dist');
        const { env } = toRequest(program, state);
        const request = {
          program,
          env: { ...env, LECTERN_SITE: author },
          args: ['--outDir', dist],
        };
        const { code, output } = await [warm, clean][i]!.builds.build(request);
        return { hashes: hashBuild({ dist, code, output }), output };
      });
      const results = await Promise.all(builds);
      rmSync(program, { recursive: true, force: true });
      return results;
    },
    damage: (random) => damageCache(warm.program(), random),
    clear: warm.clear,
    remove() {
      for (const { remove } of [warm, clean]) remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface ProgramBuild {
  dist: string;
  code: number;
  output: string;
}

/** Returns the hashes of the files of a build. @throws If the build has failed. */
export function hashBuild({ dist, code, output }: ProgramBuild): Hashes {
  if (code !== 0) throw new Error(`The build ended with exit code ${code}.\n${output}`);
  return hashFiles(dist);
}

/** Returns a copy of the program with a process for its builds, before each of which it is renamed. */
function createMovingProgram() {
  const builds = createBuildProcess();
  const first = copyProgram();
  let program = first;
  let moves = 0;
  return {
    builds,
    program: () => program,
    async build(toRequest: (program: string) => BuildRequest): Promise<ProgramBuild> {
      const next = `${first}-${(moves += 1)}`;
      renameSync(program, next);
      program = next;
      return { dist: join(program, 'dist'), ...(await builds.build(toRequest(program))) };
    },
    clear() {
      for (const name of ['node_modules', '.astro', 'dist'])
        rmSync(join(program, name), { recursive: true, force: true });
    },
    remove() {
      builds.end();
      rmSync(program, { recursive: true, force: true });
    },
  };
}

/** Renames the folder of a talk whose file is now at another path. */
function renameFolders(
  folder: string,
  before: ReadonlyMap<string, string | Buffer>,
  after: ReadonlyMap<string, string | Buffer>,
): void {
  for (const [path, content] of after) {
    if (before.has(path) || !path.endsWith('/index.md')) continue;
    const old = [...before].find(([other, text]) => text === content && !after.has(other))?.[0];
    if (old) renameSync(join(folder, dirname(old)), join(folder, dirname(path)));
  }
}

/** Removes a file, and its folder if nothing else is in it. */
function removeFile(file: string): void {
  rmSync(file, { force: true });
  const folder = dirname(file);
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

function writeIfChanged(file: string, content: string | Buffer): void {
  if (existsSync(file) && readFileSync(file).equals(Buffer.from(content))) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
