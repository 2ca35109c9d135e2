import fs from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { type DiskModel, replaceFsFunctions } from './replace-fs.ts';

export interface Fault {
  /**
   * What happens at the step `at`. `crash`: the process ends, so that neither this step nor any later
   * one happens. `power-loss`: the same, and files whose bytes were not synced lose half of them.
   * `full`: this step and all later ones that need space fail with ENOSPC; the others succeed.
   */
  kind: 'crash' | 'power-loss' | 'full';
  /** Counted from 1. A step is one change of the disk; a write of a file is several. */
  at: number;
  /** With `full`: only this step fails, because space is freed afterwards. */
  isTransient?: boolean;
  /** A folder on a file system of its own: renames across its boundary fail with EXDEV. */
  mount?: string;
  /** Another code with which these renames fail, such as that of Windows for a folder with an open file. */
  mountCode?: 'EPERM';
}

/** Thrown at every change of the disk after a crash. No cleanup code can change anything then. */
class CrashError extends Error {}

/** The model of a disk: counts its changes, performs them, and fails at one of them. */
class FailingDisk implements DiskModel {
  steps = 0;
  failed = false;
  readonly #real = { ...fs };
  readonly #folder: string;
  readonly #fault: Fault;
  /** Paths below the folder; true for files whose bytes a power loss would damage. */
  #paths: Map<string, boolean>;
  readonly #opened = new Map<number, string>();

  constructor(folder: string, fault: Fault) {
    this.#folder = folder;
    this.#fault = fault;
    this.#paths = new Map(listPaths(folder).map((path) => [path, false]));
  }

  outcome() {
    const { steps, failed } = this;
    const unsynced = [...this.#paths].filter(([, isUnsynced]) => isUnsynced).map(([path]) => path);
    return { steps, failed, unsynced, paths: [...this.#paths.keys()].sort() };
  }

  loseUnsynced(): void {
    for (const path of this.outcome().unsynced) {
      this.#real.truncateSync(path, Math.floor(this.#real.statSync(path).size / 2));
    }
  }

  /** Whether a call with this argument changes this disk. */
  concerns(argument: unknown): boolean {
    if (typeof argument === 'number') return this.#opened.has(argument);
    return typeof argument === 'string' && isInside(resolve(argument), this.#folder);
  }

  mkdir(path: string, options?: { recursive?: boolean }): string | undefined {
    const missing = [path];
    if (options?.recursive) {
      if (this.#real.existsSync(path)) return this.#real.mkdirSync(path, options);
      while (!this.#real.existsSync(dirname(missing[0]!))) missing.unshift(dirname(missing[0]!));
    }
    for (const folder of missing) {
      this.#step(true, () => this.#real.mkdirSync(folder));
      this.#paths.set(folder, false);
    }
    return options?.recursive ? missing[0] : undefined;
  }

  writeFile(path: string, data: string | Buffer, { flag = 'w' }: { flag?: string } = {}): void {
    const file = this.open(path, flag);
    try {
      this.write(file, data);
    } finally {
      this.close(file);
    }
  }

  /** Copies in steps: an empty file, half of its bytes, all of them, the mode. */
  copyFile(source: string, target: string, mode = 0): void {
    const isExclusive = (mode & fs.constants.COPYFILE_EXCL) !== 0;
    this.writeFile(target, this.#real.readFileSync(source), { flag: isExclusive ? 'wx' : 'w' });
    this.#step(false, () => this.#real.chmodSync(target, this.#real.statSync(source).mode));
  }

  open(path: string, flag: string | number = 'r'): number {
    if (flag !== 'r' && flag !== 'w' && flag !== 'wx') throw new Error(`no model of flag ${flag}`);
    const open = () => this.#real.openSync(path, flag);
    const file = flag === 'r' ? open() : this.#step(true, open);
    if (flag !== 'r') this.#paths.set(path, true);
    this.#opened.set(file, path);
    return file;
  }

  write(file: number, data: string | Buffer): number {
    const bytes = Buffer.from(data as Buffer);
    const half = Math.ceil(bytes.length / 2);
    for (const part of [bytes.subarray(0, half), bytes.subarray(half)]) {
      this.#step(true, () => this.#real.writeSync(file, part));
      this.#paths.set(this.#opened.get(file)!, true);
    }
    return bytes.length;
  }

  sync(path: string): void {
    this.#step(this.#paths.get(path) === true, () => undefined);
    this.#paths.set(path, false);
  }

  syncOpened(file: number): void {
    this.sync(this.#opened.get(file)!);
  }

  close(file: number): void {
    this.#opened.delete(file);
    this.#real.closeSync(file);
  }

  rename(from: string, to: string): void {
    const { mount, mountCode = 'EXDEV' } = this.#fault;
    if (mount !== undefined && isInside(from, mount) !== isInside(to, mount)) {
      throw createDiskError(mountCode, from);
    }
    this.#step(false, () => this.#real.renameSync(from, to));
    const moved = [...this.#paths].map(([path, isUnsynced]): [string, boolean] => [
      isInside(path, from) ? `${to}${path.slice(from.length)}` : path,
      isUnsynced,
    ]);
    this.#paths = new Map(moved);
  }

  unlink(path: string): void {
    this.#step(false, () => this.#real.unlinkSync(path));
    this.#paths.delete(path);
  }

  rmdir(path: string): void {
    this.#step(false, () => this.#real.rmdirSync(path));
    this.#paths.delete(path);
  }

  /** Removes in reverse order; a real disk has any order. This way, `state.json` is removed before `site`. */
  removeTree(path: string, options: { recursive?: boolean; force?: boolean } = {}): void {
    const stats = this.#real.lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined && options.force) return;
    if (!stats?.isDirectory() || !options.recursive) return this.unlink(path);
    for (const name of this.#real.readdirSync(path).sort().reverse()) {
      this.removeTree(join(path, name), options);
    }
    this.rmdir(path);
  }

  #step<R>(needsSpace: boolean, change: () => R): R {
    const { kind, at, isTransient = false } = this.#fault;
    if (kind === 'full' && !needsSpace) return change();
    this.steps += 1;
    if (this.steps === at || (this.steps > at && !isTransient)) {
      this.failed = true;
      throw kind === 'full' ? createDiskError('ENOSPC', this.#folder) : new CrashError();
    }
    return change();
  }
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}${sep}`);
}

function createDiskError(code: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: simulated, ${path}`), { code, path });
}

/** Returns the paths of a folder and of everything below it. */
export function listPaths(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return [folder, ...names.map((name) => join(folder, name))].sort();
}

export interface DiskRun<T> {
  /** The number of steps that were started. */
  steps: number;
  /** False if the run ended before the fault. */
  failed: boolean;
  /** The return value of `run`. */
  result?: T;
  error?: unknown;
  /** Files that a power loss after the run would damage. */
  unsynced: string[];
  /** All paths below the folder, according to the recorded changes. */
  paths: string[];
}

/**
 * Runs a function while all changes below `folder` by `node:fs` are counted and fail from a given step
 * on. Changes by functions without a model throw.
 */
export async function runOnFailingDisk<T>(
  folder: string,
  fault: Fault,
  run: () => Promise<T>,
): Promise<DiskRun<T>> {
  const disk = new FailingDisk(folder, fault);
  const restore = replaceFsFunctions(disk, (path) => disk.concerns(path));
  try {
    const result = await run();
    return { ...disk.outcome(), result };
  } catch (error) {
    return { ...disk.outcome(), error };
  } finally {
    restore();
    if (fault.kind === 'power-loss' && disk.failed) disk.loseUnsynced();
  }
}
