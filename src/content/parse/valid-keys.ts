import { z } from 'zod';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import { unwrap } from '../../schema/field.ts';

/**
 * Returns the valid part of data that a schema rejects: each key with a valid value, without the
 * invalid parts of lists and maps. Any key may be missing, whatever the type says.
 */
export function pickValidKeys<S extends z.ZodType>(
  schema: S,
  data: Record<string, unknown>,
  findings: readonly Finding[],
): z.output<S> {
  const inner = unwrap(schema);
  const shape = inner instanceof z.ZodObject ? (inner.shape as Record<string, z.ZodType>) : {};
  const rest = omitPaths(data, findings);
  const valid = Object.entries(shape).flatMap(([key, one]) => {
    const read = one.safeParse(rest[key]);
    return read.success && read.data !== undefined ? [[key, read.data] as const] : [];
  });
  return Object.fromEntries(valid) as z.output<S>;
}

/** Returns the findings on keys that have no error. */
export function findingsOnValidKeys(findings: Finding[], errors: readonly Finding[]): Finding[] {
  const invalid = new Set(errors.map(({ path: [key] }) => key));
  return findings.filter(({ path: [key] }) => !invalid.has(key));
}

/** Returns a copy of the data without the keys at the given paths; items of lists become null. */
export function omitPaths(
  data: Record<string, unknown>,
  parts: readonly { path: KeyPath }[],
): Record<string, unknown> {
  return parts.reduce((rest: unknown, { path }) => cut(rest, path), data) as typeof data;
}

function cut(value: unknown, [first, ...rest]: KeyPath): unknown {
  if (first === undefined || typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === first ? cut(item, rest) : item));
  }
  // A single map counts as a list of one item.
  if (first === 0) return rest.length === 0 ? null : cut(value, rest);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
      if (key !== first) return [[key, item]];
      return rest.length === 0 ? [] : [[key, cut(item, rest)]];
    }),
  );
}
