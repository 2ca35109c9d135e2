import { isMap } from '../../schema/describe.ts';

/** The depth to which keys inside a known key are normalised: links, items, their keys, and one more. */
const MAX_DEPTH = 4;

/** Returns a function that gives a key in any case the spelling of the schema. Unknown keys stay as they are. */
export function canonicalSpelling(known: readonly string[]): (key: string) => string {
  const found = spellers.get(known) ?? speller(known);
  spellers.set(known, found);
  return found;
}

/** A cache: the same lists are used for every file. */
const spellers = new WeakMap<readonly string[], (key: string) => string>();

function speller(known: readonly string[]): (key: string) => string {
  const spellings = new Map(known.map((key) => [key.toLowerCase(), key]));
  const exact = new Set(known);
  return (key) => (exact.has(key) ? key : (spellings.get(key.toLowerCase()) ?? key));
}

/** Returns the spelling of a key inside a known key. */
export type SpellInside = (key: string) => string;

export const inLowerCase: SpellInside = (key) => key.toLowerCase();

/** Returns the data with canonical keys. Of two spellings of one key the last one is used. */
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

/** Returns the path in the data of `normaliseKeys` for a path in the file. */
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
