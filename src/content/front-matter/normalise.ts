import { isMap } from '../../schema/describe.ts';

/** How deep keys inside a known key are followed: links, their items, their keys, and one more. */
const MAX_DEPTH = 4;

/**
 * The spelling a key has in the schema, whatever its case in the file; unknown keys as they are.
 * Keys inside a known key are in lower case, unless whoever reads them spells them, too.
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

/** How a key inside a known key is spelled. */
export type SpellInside = (key: string) => string;

export const inLowerCase: SpellInside = (key) => key.toLowerCase();

/** The data with canonical keys. Of two spellings of one key the last one wins. */
export function normaliseKeys(
  data: Record<string, unknown>,
  known: readonly string[],
  spellInside = inLowerCase,
): Record<string, unknown> {
  const spell = canonicalSpelling(known);
  const isKnown = new Set(known);
  const entries = Object.entries(data).map(([written, value]) => {
    const key = spell(written);
    return [key, isKnown.has(key) ? spellKeys(value, MAX_DEPTH, spellInside) : value] as const;
  });
  return Object.fromEntries(entries);
}

/** The path under which a written path is found after `normaliseKeys`. */
export function normalisePath(
  path: readonly (string | number)[],
  spell: (key: string) => string,
  known: ReadonlySet<string>,
  spellInside = inLowerCase,
): (string | number)[] {
  const [first, ...rest] = path;
  if (typeof first !== 'string') return [...path];
  const key = spell(first);
  if (!known.has(key)) return [key, ...rest];
  return [key, ...rest.map((part) => (typeof part === 'string' ? spellInside(part) : part))];
}

function spellKeys(value: unknown, depth: number, spell: SpellInside): unknown {
  if (depth === 0) return value;
  if (Array.isArray(value)) return value.map((item) => spellKeys(item, depth - 1, spell));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [spell(key), spellKeys(item, depth - 1, spell)]),
  );
}
