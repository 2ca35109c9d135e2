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
import { copyProgram, createCleanEnvironment, runScript } from '../build/build-site.ts';
import { hashFiles } from '../read/dist.ts';
import { toAuthorFiles, toProgramFiles, type SiteState } from './site-state.ts';

/** A site that is built again and again with its caches, after changes. */
export interface WarmSite {
  /**
   * Writes, renames and removes files so that they are those of a state. A folder that was renamed keeps its
   * files, with their times.
   */
  apply(state: SiteState): Promise<void>;
  /** Builds the site with the caches and the output of the last build. Returns the hash of each file. */
  build(state: SiteState): Promise<Record<string, string>>;
  /** Builds the site without caches and output, and leaves those of the last build as they are. */
  buildClean(state: SiteState): Promise<Record<string, string>>;
  /** Deletes the caches and the output. */
  clear(): void;
  remove(): void;
}

export function createWarmSite(): WarmSite {
  const program = copyProgram();
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-author-'));
  const outputs = `${program}-outputs`;
  const caches = ['node_modules', '.astro'];
  let files = new Map<string, string | Buffer>();
  const originals = new Map<string, string>();

  const moveCaches = (from: string, to: string) => {
    mkdirSync(to, { recursive: true });
    for (const name of caches) {
      if (existsSync(join(from, name))) renameSync(join(from, name), join(to, name));
    }
  };
  const build = async ({ now }: SiteState, output: string) => {
    const env = {
      ...createCleanEnvironment(),
      LECTERN_SITE: folder,
      SOURCE_DATE_EPOCH: String(now.getTime() / 1000),
    };
    const dist = join(outputs, output);
    const args = ['scripts/run.mjs', 'src/cli/main.ts', 'build', '--outDir', dist];
    const { code, output: text } = await runScript(args, env, program);
    if (code !== 0) throw new Error(`The build ended with exit code ${code}.\n${text}`);
    return hashFiles(dist);
  };
  const clear = () => {
    for (const name of caches) rmSync(join(program, name), { recursive: true, force: true });
    rmSync(outputs, { recursive: true, force: true });
  };
  return {
    async apply(state) {
      const next = await toAuthorFiles(state);
      renameFolders(folder, files, next);
      for (const path of files.keys()) if (!next.has(path)) removeFile(join(folder, path));
      for (const [path, content] of next) writeIfChanged(join(folder, path), content);
      files = next;
      for (const [path, change] of toProgramFiles(state)) {
        const original = originals.get(path) ?? readFileSync(join(program, path), 'utf8');
        originals.set(path, original);
        const changed = change(original);
        if (changed === original) throw new Error(`The change has no effect on ${path}.`);
        writeIfChanged(join(program, path), changed);
      }
    },
    build: (state) => build(state, 'warm'),
    async buildClean(state) {
      const kept = join(outputs, 'caches');
      moveCaches(program, kept);
      rmSync(join(outputs, 'clean'), { recursive: true, force: true });
      try {
        return await build(state, 'clean');
      } finally {
        for (const name of caches) rmSync(join(program, name), { recursive: true, force: true });
        moveCaches(kept, program);
      }
    },
    clear,
    remove() {
      clear();
      for (const path of [program, folder]) rmSync(path, { recursive: true, force: true });
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
