import type { KeyPath } from '../../schema/finding.ts';

/** A copy of the data in which the values at the given paths are null or, in maps, gone. */
export function without(
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
  // A map alone stands for a list of one.
  if (first === 0) return rest.length === 0 ? null : cut(value, rest);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
      if (key !== first) return [[key, item]];
      return rest.length === 0 ? [] : [[key, cut(item, rest)]];
    }),
  );
}
