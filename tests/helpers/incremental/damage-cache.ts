import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pickInteger, pickItem, type Random } from '../../../scripts/workload/random.ts';
import { listFiles } from '../read/dist.ts';

/** Ways in which a disk, a full one or a program damages a file. */
const damages: Record<string, (bytes: Buffer, random: Random) => Buffer> = {
  empty: () => Buffer.alloc(0),
  truncated: (bytes, random) => bytes.subarray(0, pickInteger(random, 0, bytes.length - 1)),
  zeroed: ({ length }) => Buffer.alloc(length),
  changed(bytes, random) {
    const copy = Buffer.from(bytes);
    copy[pickInteger(random, 0, copy.length - 1)]! ^= 1 << pickInteger(random, 0, 7);
    return copy;
  },
  replaced: ({ length }, random) =>
    Buffer.from(Array.from({ length: length + 3 }, () => pickInteger(random, 0, 255))),
};

/**
 * Damages one file of the caches of a program in a random way. All kinds of caches are equally likely.
 * @returns What was damaged and how; undefined if there is no cache.
 */
export function damageCache(program: string, random: Random): string | undefined {
  const caches = join(program, 'node_modules', '.astro');
  if (!existsSync(caches)) return undefined;
  const kinds = [...Map.groupBy(listFiles(caches), toKind).values()];
  if (kinds.length === 0) return undefined;
  const file = pickItem(random, pickItem(random, kinds));
  const bytes = readFileSync(join(caches, file));
  const [name, damage] = pickItem(random, Object.entries(damages));
  if (bytes.length > 0) writeFileSync(join(caches, file), damage(bytes, random));
  return `${file} is ${name}`;
}

/** Returns the kind of a cached file: its folder without hashes and versions, and its name without a hash. */
function toKind(path: string): string {
  return path.replace(/\b[0-9a-f]{12,}\b|\b\d[\d.-]+/g, '*').replace(/[^/*]*_\w+\.(?=\w+$)/, '*.');
}
