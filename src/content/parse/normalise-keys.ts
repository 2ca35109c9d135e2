import { isMap } from '../../schema/describe.ts';

/** The depth to which keys inside a known key are normalised: links, items, their keys, and one more. */
const MAX_DEPTH = 4;

/** Returns a function that returns the canonical spelling of a key in any case. Unknown keys are not changed. */
export function createSpeller(known: readonly string[]): (key: string) => string {
  const spell = spellerCache.get(known) ?? createKeySpeller(known);
  spellerCache.set(known, spell);
  return spell;
}

/** The functions by their lists of keys, because every file uses the same lists. */
const spellerCache = new WeakMap<readonly string[], (key: string) => string>();

function createKeySpeller(known: readonly string[]): (key: string) => string {
  const spellings = new Map(known.map((key) => [key.toLowerCase(), key]));
  const exact = new Set(known);
  return (key) => (exact.has(key) ? key : (spellings.get(key.toLowerCase()) ?? key));
}

/** Keys with names of the author inside them, whose case matters: `\Re` is not `\re`. */
const keysOfNames: ReadonlySet<string> = new Set(['macros']);

/** Returns the canonical spelling of a key inside a known key. */
export type SpellNestedKey = (key: string) => string;

export const spellInLowerCase: SpellNestedKey = (key) => key.toLowerCase();

/**
 * Splits a key with dots that starts with a known key: `hugoblox.ids` is `ids` inside `hugoblox`. Other keys with
 * dots are one name.
 */
function splitDottedKey(
  rawKey: string,
  spell: (key: string) => string,
  known: ReadonlySet<string>,
): string[] {
  if (!rawKey.includes('.') || known.has(spell(rawKey))) return [rawKey];
  const [first = '', ...rest] = rawKey.split('.');
  return known.has(spell(first)) && !rest.includes('') ? [spell(first), ...rest] : [rawKey];
}

/** Moves the values of keys with dots into the maps that they name, after those that the maps already have. */
function nestDottedKeys(
  data: Record<string, unknown>,
  spell: (key: string) => string,
  known: ReadonlySet<string>,
): Record<string, unknown> {
  if (!Object.keys(data).some((key) => key.includes('.'))) return data;
  const nested = new Map<string, unknown>();
  for (const [rawKey, value] of Object.entries(data)) {
    const [first = rawKey, ...rest] = splitDottedKey(rawKey, spell, known);
    const inner = rest.reduceRight<unknown>((item, key) => ({ [key]: item }), value);
    const key = spell(first);
    const earlier = rest.length > 0 ? nested.get(key) : undefined;
    nested.set(key, isMap(earlier) && isMap(inner) ? { ...earlier, ...inner } : inner);
  }
  return Object.fromEntries(nested);
}

/** Returns data with canonical keys. Of two spellings of the same key, the last one is used. */
export function normaliseKeys(
  data: Record<string, unknown>,
  known: readonly string[],
  spellNested = spellInLowerCase,
): Record<string, unknown> {
  const spell = createSpeller(known);
  const knownKeys = new Set(known);
  const entries = Object.entries(nestDottedKeys(data, spell, knownKeys)).map(([rawKey, value]) => {
    const key = spell(rawKey);
    const hasKeys = knownKeys.has(key) && !keysOfNames.has(key);
    return [key, hasKeys ? spellKeys(value, MAX_DEPTH, spellNested) : value] as const;
  });
  return Object.fromEntries(entries);
}

/** Converts a path in the file to the path in the data of `normaliseKeys`. */
export function normalisePath(
  path: readonly (string | number)[],
  spell: (key: string) => string,
  known: ReadonlySet<string>,
  spellNested = spellInLowerCase,
): (string | number)[] {
  const [rawFirst, ...inner] = path;
  if (typeof rawFirst !== 'string') return [...path];
  const [first = rawFirst, ...names] = splitDottedKey(rawFirst, spell, known);
  const rest = [...names, ...inner];
  const key = spell(first);
  if (!known.has(key) || keysOfNames.has(key)) return [key, ...rest];
  return [key, ...rest.map((part) => (typeof part === 'string' ? spellNested(part) : part))];
}

function spellKeys(value: unknown, depth: number, spell: SpellNestedKey): unknown {
  if (depth === 0) return value;
  if (Array.isArray(value)) return value.map((item) => spellKeys(item, depth - 1, spell));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [spell(key), spellKeys(item, depth - 1, spell)]),
  );
}
