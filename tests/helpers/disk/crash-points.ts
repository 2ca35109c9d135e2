import { expect } from 'vitest';
import { createAuthorFolder } from '../make/author-folder.ts';
import { type Fault, runOnFailingDisk } from './failing-disk.ts';

interface CacheUnderTest<T> {
  /** Writes a value to the cache in a folder. The previous value of a step is one of the same cache. */
  write(folder: string, value: T): void | Promise<void>;
  /** Reads what was written; undefined if it is missing or damaged. */
  read(folder: string): T | undefined | Promise<T | undefined>;
  first: T;
  second: T;
}

const kinds: Fault['kind'][] = ['crash', 'power-loss', 'full'];

/**
 * Writes a second value to a cache that has a first one, and ends that with each kind of fault at each change of the
 * disk. After a fault, the cache has one of the two or neither, and it can be written again.
 * @returns The number of faults.
 */
export async function expectCrashSafe<T>({
  write,
  read,
  first,
  second,
}: CacheUnderTest<T>): Promise<number> {
  let faults = 0;
  for (const kind of kinds) {
    for (let at = 1; ; at += 1) {
      const { root } = createAuthorFolder();
      await write(root, first);
      expect(await read(root)).toEqual(first);
      const run = await runOnFailingDisk(root, { kind, at }, async () => write(root, second));
      if (!run.failed) {
        expect(run.error).toBeUndefined();
        expect(await read(root)).toEqual(second);
        break;
      }
      faults += 1;
      expect([undefined, first, second], `${kind} at ${at}`).toContainEqual(await read(root));
      await write(root, second);
      expect(await read(root), `${kind} at ${at}, written again`).toEqual(second);
    }
  }
  return faults;
}
