import { z } from 'zod';
import { quote } from '../../schema/describe.ts';
import { unwrap } from '../../schema/field.ts';
import { type Finding, type KeyPath, type Severity, toFullCode } from '../../schema/finding.ts';
import { ignoredPageKeys } from '../../schema/page-keys.ts';
import { suggest } from '../../schema/suggest.ts';

/**
 * Parses data with a schema and returns every issue as a finding. A value with a warning is omitted and the rest
 * is parsed; `value` is set if no finding is an error. Unknown keys are warnings, or errors in a strict schema.
 * @param knownKeys Further keys, which are ignored without a warning.
 */
export function checkSchema<S extends z.ZodType>(
  schema: S,
  data: Record<string, unknown>,
  knownKeys: readonly string[] = ignoredPageKeys,
): { value?: z.output<S>; findings: Finding[] } {
  const context = { topic: schema.meta()?.title ?? 'front-matter', ...readSchemaKeys(schema) };
  const unknown = context.strict ? [] : findUnknownKeys(data, context, knownKeys);
  const result = schema.safeParse(data);
  const warnings = toFindings(result.error, context, schema).filter(isWarning);
  const retried = warnings.length > 0 ? schema.safeParse(omitPaths(data, warnings)) : result;
  const findings = [...unknown, ...warnings, ...toFindings(retried.error, context, schema)];
  return retried.success ? { value: retried.data, findings } : { findings };
}

function isWarning({ severity }: Finding): boolean {
  return severity === 'warning';
}

interface SchemaContext {
  topic: string;
  strict: boolean;
  keys: readonly string[];
}

function readSchemaKeys(schema: z.ZodType): Omit<SchemaContext, 'topic'> {
  if (!(schema instanceof z.ZodObject)) return { strict: true, keys: [] };
  return {
    strict: schema.def.catchall instanceof z.ZodNever,
    keys: Object.keys(schema.shape),
  };
}

function findUnknownKeys(
  data: Record<string, unknown>,
  context: SchemaContext,
  knownKeys: readonly string[],
): Finding[] {
  return Object.keys(data)
    .filter((key) => !context.keys.includes(key) && !knownKeys.includes(key))
    .map((key) => toUnknownKey([], key, context.keys, context));
}

function toFindings(
  error: z.ZodError | undefined,
  context: SchemaContext,
  schema: z.ZodType,
): Finding[] {
  return (error?.issues ?? []).flatMap((issue): Finding[] => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    if (issue.code === 'unrecognized_keys') {
      const known = path.length === 0 ? context.keys : nestedKeys(schema, path);
      return issue.keys.map((key) => toUnknownKey(path, key, known, context));
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
    message: params ? `${formatPath(path)} ${issue.message}` : describeIssue(issue, path),
    remedy: text(params?.['remedy']) ?? describeShape(issue)?.remedy ?? 'Delete the key.',
  };
}

function toUnknownKey(
  parent: KeyPath,
  key: string,
  known: readonly string[],
  context: SchemaContext,
): Finding {
  const isComment = key.startsWith('<!--');
  const suggestion = isComment ? undefined : suggest(key, known);
  const place = parent.length === 0 ? '' : ` in ${formatPath(parent)}`;
  const result = context.strict ? '' : ', so it is ignored';
  const choices = known.length <= 12 ? `Known keys: ${known.join(', ')}.` : 'Delete the key.';
  const remedy = isComment ? 'Start a comment in front matter with #.' : choices;
  return {
    path: [...parent, key],
    severity: context.strict ? 'error' : 'warning',
    code: `${context.topic}/unknown-key`,
    message: `${quote(key)} is not a known key${place}${result}`,
    remedy: suggestion ? `Did you mean ${suggestion}?` : remedy,
    key: true,
  };
}

/** Returns the keys of the map at a path inside a schema, through optional values, lists and transforms. */
function nestedKeys(schema: z.core.$ZodType, path: KeyPath): readonly string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return nestedKeys(inner.element, path.slice(1));
  if (!(inner instanceof z.ZodObject)) return [];
  const [first, ...rest] = path;
  if (first === undefined) return Object.keys(inner.shape);
  const next: unknown = inner.shape[first];
  return next instanceof z.ZodType ? nestedKeys(next, rest) : [];
}

function describeIssue(issue: z.core.$ZodIssue, path: KeyPath): string {
  const shape = describeShape(issue)?.name;
  return shape
    ? `${formatPath(path)} is not ${shape}`
    : `${formatPath(path)} is invalid: ${issue.message}`;
}

function describeShape(issue: z.core.$ZodIssue): { name: string; remedy: string } | undefined {
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.expected === 'array') {
    return { name: 'a list', remedy: 'Write each item on its own line, after a hyphen.' };
  }
  if (issue.expected === 'object') {
    return { name: 'a map', remedy: 'Write each "key: value" on its own line, indented.' };
  }
  return undefined;
}

/** Formats the keys of a path: `address.city`. Indices are omitted, because the position shows the item. */
function formatPath(path: KeyPath): string {
  return path.filter((part) => typeof part === 'string').join('.') || 'the front matter';
}

/**
 * Returns the valid part of data that a schema rejects: each key with a valid value, without the invalid parts of
 * lists and maps. Unlike in the return type, any key may be missing.
 */
export function pickValidKeys<S extends z.ZodType>(
  schema: S,
  data: Record<string, unknown>,
  findings: readonly Finding[],
): z.output<S> {
  const inner = unwrap(schema);
  const shape = inner instanceof z.ZodObject ? (inner.shape as Record<string, z.ZodType>) : {};
  const rest = omitPaths(data, findings);
  const valid = Object.entries(shape).flatMap(([key, valueSchema]) => {
    const result = valueSchema.safeParse(rest[key]);
    return result.success && result.data !== undefined ? [[key, result.data] as const] : [];
  });
  return Object.fromEntries(valid) as z.output<S>;
}

/** Returns the findings on keys that have no error. */
export function findingsOnValidKeys(findings: Finding[], errors: readonly Finding[]): Finding[] {
  const invalid = new Set(errors.map(({ path: [key] }) => key));
  return findings.filter(({ path: [key] }) => !invalid.has(key));
}

/** Returns a copy of the data without the keys at the given paths. Items of lists become null. */
function omitPaths(
  data: Record<string, unknown>,
  parts: readonly { path: KeyPath }[],
): Record<string, unknown> {
  return parts.reduce((rest: unknown, { path }) => omitPath(rest, path), data) as typeof data;
}

function omitPath(value: unknown, [first, ...rest]: KeyPath): unknown {
  if (first === undefined || typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === first ? omitPath(item, rest) : item));
  }
  // A single map counts as a list of one item.
  if (first === 0) return rest.length === 0 ? null : omitPath(value, rest);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
      if (key !== first) return [[key, item]];
      return rest.length === 0 ? [] : [[key, omitPath(item, rest)]];
    }),
  );
}
