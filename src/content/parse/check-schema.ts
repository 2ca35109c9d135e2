import { z } from 'zod';
import { quote } from '../../schema/describe.ts';
import { unwrap } from '../../schema/field.ts';
import { type Finding, type KeyPath, type Severity, toFullCode } from '../../schema/finding.ts';
import { ignoredPageKeys } from '../../schema/page-keys.ts';
import { suggest } from '../../schema/suggest.ts';

/**
 * Parses data with a schema and returns every issue as a finding. A value with a warning is left out and
 * the rest is parsed; `value` is set if no finding is an error. Unknown keys are warnings, or errors in a
 * strict schema. `knownKeys` are further keys, which are ignored without a warning.
 */
export function checkSchema<S extends z.ZodType>(
  schema: S,
  data: Record<string, unknown>,
  knownKeys: readonly string[] = ignoredPageKeys,
): { value?: z.output<S>; findings: Finding[] } {
  const context = { topic: schema.meta()?.title ?? 'front-matter', ...keysOf(schema) };
  const unknown = context.strict ? [] : unknownKeys(data, context, knownKeys);
  const first = schema.safeParse(data);
  const warnings = toFindings(first.error, context, schema).filter(isWarning);
  const second = warnings.length > 0 ? schema.safeParse(omitPaths(data, warnings)) : first;
  const findings = [...unknown, ...warnings, ...toFindings(second.error, context, schema)];
  return second.success ? { value: second.data, findings } : { findings };
}

function isWarning({ severity }: Finding): boolean {
  return severity === 'warning';
}

interface Context {
  topic: string;
  strict: boolean;
  keys: readonly string[];
}

function keysOf(schema: z.ZodType): Omit<Context, 'topic'> {
  if (!(schema instanceof z.ZodObject)) return { strict: true, keys: [] };
  return {
    strict: schema.def.catchall instanceof z.ZodNever,
    keys: Object.keys(schema.shape),
  };
}

function unknownKeys(
  data: Record<string, unknown>,
  context: Context,
  knownKeys: readonly string[],
): Finding[] {
  const known = new Set([...context.keys, ...knownKeys]);
  return Object.keys(data)
    .filter((key) => !known.has(key))
    .map((key) => toUnknown([], key, context.keys, context));
}

function toFindings(error: z.ZodError | undefined, context: Context, schema: z.ZodType): Finding[] {
  return (error?.issues ?? []).flatMap((issue): Finding[] => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    if (issue.code === 'unrecognized_keys') {
      const known = path.length === 0 ? context.keys : nestedKeys(schema, path);
      return issue.keys.map((key) => toUnknown(path, key, known, context));
    }
    return [toFinding(issue, path, context.topic)];
  });
}

function toFinding(issue: z.core.$ZodIssue, path: KeyPath, topic: string): Finding {
  const params = issue.code === 'custom' ? issue.params : undefined;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const severity: Severity = params?.['severity'] === 'warning' ? 'warning' : 'error';
  return {
    path,
    severity,
    code: toFullCode(text(params?.['code']) ?? 'wrong-shape', topic),
    message: params ? `${label(path)} ${issue.message}` : toWords(issue, path),
    remedy: text(params?.['remedy']) ?? shapeOf(issue)?.remedy ?? 'Delete the key.',
  };
}

function toUnknown(
  parent: KeyPath,
  key: string,
  known: readonly string[],
  context: Context,
): Finding {
  const near = key.startsWith('<!--') ? undefined : suggest(key, known);
  const inside = parent.length === 0 ? '' : ` in ${label(parent)}`;
  const result = context.strict ? '' : ', so it is ignored';
  const comment = key.startsWith('<!--') ? 'Start a comment in front matter with #.' : undefined;
  const choice = known.length <= 12 ? `Known keys: ${known.join(', ')}.` : 'Delete the key.';
  return {
    path: [...parent, key],
    severity: context.strict ? 'error' : 'warning',
    code: `${context.topic}/unknown-key`,
    message: `${quote(key)} is not a known key${inside}${result}`,
    remedy: near ? `Did you mean ${near}?` : (comment ?? choice),
    key: true,
  };
}

/** The keys of the map at a path inside a schema, through optional, list and transform. */
function nestedKeys(schema: z.core.$ZodType, path: KeyPath): readonly string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return nestedKeys(inner.element, path.slice(1));
  if (!(inner instanceof z.ZodObject)) return [];
  const [first, ...rest] = path;
  if (first === undefined) return Object.keys(inner.shape);
  const next: unknown = inner.shape[first];
  return next instanceof z.ZodType ? nestedKeys(next, rest) : [];
}

function toWords(issue: z.core.$ZodIssue, path: KeyPath): string {
  const wanted = shapeOf(issue)?.name;
  return wanted ? `${label(path)} is not ${wanted}` : `${label(path)} is invalid: ${issue.message}`;
}

function shapeOf(issue: z.core.$ZodIssue): { name: string; remedy: string } | undefined {
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.expected === 'array') {
    return { name: 'a list', remedy: 'Write each item on its own line, after a hyphen.' };
  }
  if (issue.expected === 'object') {
    return { name: 'a map', remedy: 'Write each "key: value" on its own line, indented.' };
  }
  return undefined;
}

/** The keys of a path as an author writes them: `address.city`. The position shows the item of a list. */
function label(path: KeyPath): string {
  return path.filter((part) => typeof part === 'string').join('.') || 'the front matter';
}

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
