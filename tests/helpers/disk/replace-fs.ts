import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** Models of the functions of `node:fs` that change the disk. */
export interface DiskModel {
  mkdir(path: string, options?: { recursive?: boolean }): string | undefined;
  writeFile(path: string, data: string | Buffer, options?: { flag?: string }): void;
  copyFile(source: string, target: string, mode?: number): void;
  open(path: string, flag?: string): number;
  write(file: number, data: string | Buffer): number;
  sync(path: string): void;
  syncOpened(file: number): void;
  close(file: number): void;
  rename(from: string, to: string): void;
  unlink(path: string): void;
  rmdir(path: string): void;
  removeTree(path: string, options?: { recursive?: boolean; force?: boolean }): void;
}

type AnyFunction = (...args: never[]) => unknown;

/** Functions that change nothing. All others need a model, including functions of later Node versions. */
const readOnlyFunctions = new Set(
  [
    'access exists stat lstat fstat statfs readFile readdir readlink realpath read readv opendir',
    'createReadStream openAsBlob watch watchFile unwatchFile glob',
  ]
    .flatMap((names) => names.split(' '))
    .flatMap((name) => [name, `${name}Sync`]),
);

/**
 * Replaces `node:fs` in every module by a model, for calls with an argument that concerns the model: a
 * path or the number of an open file. Calls that change a path of the model with a function that has no
 * model throw.
 * @returns A function that restores the real functions.
 */
export function replaceFsFunctions(
  model: DiskModel,
  concerns: (argument: unknown) => boolean,
): () => void {
  const synchronous: Record<string, AnyFunction> = {
    mkdirSync: model.mkdir,
    writeFileSync: model.writeFile,
    copyFileSync: model.copyFile,
    openSync: model.open,
    writeSync: model.write,
    fsyncSync: model.syncOpened,
    closeSync: model.close,
    renameSync: model.rename,
    unlinkSync: model.unlink,
    rmdirSync: model.rmdir,
    rmSync: model.removeTree,
  };
  const { open } = promises;
  const asynchronous: Record<string, AnyFunction> = {
    mkdir: async (...args: Parameters<DiskModel['mkdir']>) => model.mkdir(...args),
    writeFile: async (...args: Parameters<DiskModel['writeFile']>) => model.writeFile(...args),
    copyFile: async (...args: Parameters<DiskModel['copyFile']>) => model.copyFile(...args),
    rename: async (...args: Parameters<DiskModel['rename']>) => model.rename(...args),
    rm: async (...args: Parameters<DiskModel['removeTree']>) => model.removeTree(...args),
    open: async (path: string, flag: string) => {
      if (flag !== 'r') throw new Error(`no model of open with the flag ${flag}`);
      return Object.assign(await open(path, flag), { sync: async () => model.sync(path) });
    },
  };
  const restores = [
    replaceIn(fs as object as Functions, synchronous),
    replaceIn(promises as object as Functions, asynchronous),
  ];
  syncBuiltinESMExports();
  return () => {
    restores.forEach((restore) => restore());
    syncBuiltinESMExports();
  };

  function replaceIn(functions: Functions, models: Record<string, AnyFunction>): () => void {
    const replaced = Object.entries(functions).filter(
      ([name, real]) =>
        typeof real === 'function' && /^[a-z]/.test(name) && !readOnlyFunctions.has(name),
    );
    for (const [name, real] of replaced) {
      functions[name] = (...args: never[]) => {
        if (!args.some(concerns)) return real(...args);
        if (models[name]) return models[name].apply(model, args);
        throw new Error(`no model of ${name}`);
      };
    }
    return () => void Object.assign(functions, Object.fromEntries(replaced));
  }
}

type Functions = Record<string, AnyFunction>;
