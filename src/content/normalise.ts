import { isMap } from '../schema/describe.ts';

/** How deep keys inside a known key are followed: links, their items, their keys, and one more. */
const MAX_DEPTH = 4;

/**
 * The spelling a key has in the schema, whatever its case in the file; unknown keys as they are.
 * Keys inside a known key are in lower case.
 */
export function canonicalSpelling(known: readonly string[]): (key: string) => string {
  const found = spellers.get(known) ?? speller(known);
  spellers.set(known, found);
  return found;
}

/** The same lists come with every file. */
const spellers = new WeakMap<readonly string[], (key: string) => string>();

function speller(known: readonly string[]): (key: string) => string {
  const spellings = new Map(known.map((key) => [key.toLowerCase(), key]));
  const exact = new Set(known);
  return (key) => (exact.has(key) ? key : (spellings.get(key.toLowerCase()) ?? key));
}

/** The data with canonical keys. Of two spellings of one key the last one wins. */
export function normaliseKeys(
  data: Record<string, unknown>,
  known: readonly string[],
): Record<string, unknown> {
  const spell = canonicalSpelling(known);
  const isKnown = new Set(known);
  const entries = Object.entries(data).map(([written, value]) => {
    const key = spell(written);
    return [key, isKnown.has(key) ? lowerKeys(value, MAX_DEPTH) : value] as const;
  });
  return Object.fromEntries(entries);
}

/** The path under which a written path is found after `normaliseKeys`. */
export function normalisePath(
  path: readonly (string | number)[],
  spell: (key: string) => string,
  known: ReadonlySet<string>,
): (string | number)[] {
  const [first, ...rest] = path;
  if (typeof first !== 'string') return [...path];
  const key = spell(first);
  if (!known.has(key)) return [key, ...rest];
  return [key, ...rest.map((part) => (typeof part === 'string' ? part.toLowerCase() : part))];
}

function lowerKeys(value: unknown, depth: number): unknown {
  if (depth === 0) return value;
  if (Array.isArray(value)) return value.map((item) => lowerKeys(item, depth - 1));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.toLowerCase(), lowerKeys(item, depth - 1)]),
  );
}
