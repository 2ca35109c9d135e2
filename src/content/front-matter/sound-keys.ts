import { z } from 'zod';
import type { Finding } from '../../schema/finding.ts';
import { unwrap } from '../../schema/field.ts';
import { without } from './without.ts';

/**
 * What a schema reads from data that it refuses as a whole: each key whose value is right by itself,
 * and of lists and maps what is right in them. Any key may be missing, whatever the type says.
 */
export function soundKeys<S extends z.ZodType>(
  schema: S,
  data: Record<string, unknown>,
  findings: readonly Finding[],
): z.output<S> {
  const inner = unwrap(schema);
  const shape = inner instanceof z.ZodObject ? (inner.shape as Record<string, z.ZodType>) : {};
  const rest = without(data, findings);
  const sound = Object.entries(shape).flatMap(([key, one]) => {
    const read = one.safeParse(rest[key]);
    return read.success && read.data !== undefined ? [[key, read.data] as const] : [];
  });
  return Object.fromEntries(sound) as z.output<S>;
}

/** Of what is said of the meaning of keys, that which is not about a key already found wrong. */
export function aboutSoundKeys(findings: Finding[], errors: readonly Finding[]): Finding[] {
  const wrong = new Set(errors.map(({ path: [key] }) => key));
  return findings.filter(({ path: [key] }) => !wrong.has(key));
}
