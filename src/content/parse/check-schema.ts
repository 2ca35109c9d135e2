import { z } from 'zod';
import { quote } from '../../schema/describe.ts';
import { unwrap } from '../../schema/field.ts';
import { type Finding, type FullCode, type KeyPath, toFullCode } from '../../schema/finding.ts';
import { ignoredPageKeys } from '../../schema/page-keys.ts';
import { toSeverity } from '../../schema/severity.ts';
import { findSynonym } from '../../schema/synonyms.ts';
import { suggest } from '../../schema/suggest.ts';
import { toPathKey } from './position.ts';

/** Every value may be left out once, and after it each map that needs it. */
const MAX_ROUNDS = 8;

/**
 * Chooses the code of a finding, which decides whether it is an error. Undefined drops the finding.
 * @param findings All findings that were found together with it.
 */
export type ChooseCode = (
  finding: Pick<Finding, 'path' | 'code'>,
  findings: readonly Pick<Finding, 'path'>[],
) => string | undefined;

/**
 * Parses data with a schema and returns every issue as a finding. Values with warnings are omitted and the rest is
 * parsed; `value` is set if no finding is an error. `rest` is the data without the omitted values; an omitted item of
 * a list is null.
 * @param knownKeys Further keys, which are ignored without a warning.
 */
export function checkSchema<S extends z.ZodType>(
  schema: S,
  data: Record<string, unknown>,
  knownKeys: readonly string[] = ignoredPageKeys,
  chooseCode: ChooseCode = ({ code }) => code,
): { value?: z.output<S>; rest: Record<string, unknown>; findings: Finding[] } {
  const context = { topic: schema.meta()?.title ?? 'front-matter', ...readSchemaKeys(schema) };
  const findings = context.strict ? [] : findUnknownKeys(data, context, knownKeys);
  const affected = new Set<string>();
  let rest = data;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const result = schema.safeParse(rest);
    if (result.success) return { value: result.data, rest, findings };
    const issues = toSchemaIssues(result.error, context, schema);
    const together = issues.map(({ finding }) => finding);
    const found = issues.flatMap((issue): SchemaIssue[] => {
      const code = chooseCode(issue.finding, together);
      if (code === undefined) return [];
      return [{ ...issue, finding: { ...issue.finding, code: toFullCode(code, context.topic) } }];
    });
    // An entry that lacks what was left out of it is left out as well, without a second warning.
    const fresh = found.filter(({ finding }) => !affected.has(toPathKey(finding.path)));
    for (const issue of fresh) findings.push(toFinding(issue));
    const omissions = found.map(({ finding: { path }, replacement }) => ({
      path: hasKey(rest, path) ? path : path.slice(0, -1),
      replacement,
    }));
    const isHopeless = omissions.some(({ path }) => path.length === 0);
    if (found.length < issues.length || found.some(isError) || isHopeless) {
      return { rest, findings };
    }
    addStarts(affected, omissions);
    rest = omitPaths(rest, omissions);
  }
  return { rest, findings };
}

/** An issue of Zod, as a finding without its result. */
interface SchemaIssue {
  finding: Finding;
  /** What happens to the value. */
  result: string;
  replacement?: unknown;
}

function isError({ finding }: SchemaIssue): boolean {
  return toSeverity(finding.code as FullCode) === 'error';
}

function toFinding(issue: SchemaIssue): Finding {
  const { finding, result } = issue;
  return isError(issue) || result === '' ? finding : { ...finding, result };
}

/** Adds the paths, and the paths of the lists and maps that contain them. */
function addStarts(keys: Set<string>, findings: readonly Pick<Finding, 'path'>[]): void {
  for (const { path } of findings) {
    for (let length = path.length; length > 0; length -= 1) {
      keys.add(toPathKey(path.slice(0, length)));
    }
  }
}

/** Returns whether data has the last key of a path. A single map counts as a list of one item. */
function hasKey(data: unknown, path: KeyPath): boolean {
  let value: unknown = data;
  for (const part of path) {
    if (part === 0 && !Array.isArray(value)) continue;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return false;
    value = (value as Record<string | number, unknown>)[part];
  }
  return true;
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

function toSchemaIssues(
  error: z.ZodError,
  context: SchemaContext,
  schema: z.ZodType,
): SchemaIssue[] {
  return error.issues.flatMap((issue): SchemaIssue[] => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    if (issue.code !== 'unrecognized_keys') return [toSchemaIssue(issue, path)];
    const known = path.length === 0 ? context.keys : nestedKeys(schema, path);
    return issue.keys.map((key) => ({
      finding: toUnknownKey(path, key, known, context),
      result: '',
    }));
  });
}

function toSchemaIssue(issue: z.core.$ZodIssue, path: KeyPath): SchemaIssue {
  const params = issue.code === 'custom' ? issue.params : undefined;
  const readText = (key: string): string | undefined => {
    const value: unknown = params?.[key];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    finding: {
      path,
      code: readText('code') ?? 'wrong-shape',
      message: params ? `${formatPath(path)} ${issue.message}` : describeIssue(issue, path),
      remedy: readText('remedy') ?? describeShape(issue)?.remedy ?? 'Delete the key.',
    },
    result: readText('result') ?? 'so it is ignored',
    replacement: params?.['replacement'],
  };
}

function toUnknownKey(
  parent: KeyPath,
  key: string,
  known: readonly string[],
  context: SchemaContext,
): Finding {
  const isComment = key.startsWith('<!--');
  const hint = isComment ? undefined : findSynonym(key, known);
  const suggestion = isComment ? undefined : (hint?.key ?? suggest(key, known));
  const place = parent.length === 0 ? '' : ` in ${formatPath(parent)}`;
  const choices = known.length <= 12 ? `Known keys: ${known.join(', ')}.` : 'Delete the key.';
  const remedy = isComment ? 'Start a comment in front matter with #.' : choices;
  return {
    path: [...parent, key],
    code: `${context.topic}/unknown-key`,
    message: `${quote(key)} is not a known key${place}, so it is ignored`,
    remedy: suggestion ? `Did you mean ${suggestion}?${hint?.advice ?? ''}` : remedy,
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
  const onKeys = findings.filter(({ path }) => path.length > 0);
  const rest = omitPaths(data, onKeys);
  const valid = Object.entries(shape).flatMap(([key, valueSchema]) => {
    const result = valueSchema.safeParse(rest[key]);
    return result.success && result.data !== undefined ? [[key, result.data] as const] : [];
  });
  return Object.fromEntries(valid) as z.output<S>;
}

/** Returns the findings on values that have no problem yet. @param earlier The findings of the schema. */
export function findingsOnValidKeys(findings: Finding[], earlier: readonly Finding[]): Finding[] {
  const affected = new Set<string>();
  addStarts(affected, earlier);
  return findings.filter(({ path }) => !affected.has(toPathKey(path)));
}

/** A path whose value is omitted, or replaced. */
interface Omission {
  path: KeyPath;
  replacement?: unknown;
}

/** The omissions in a value, by the next part of their paths. */
interface OmissionTree {
  isWhole: boolean;
  replacement?: unknown;
  parts: Map<string | number, OmissionTree>;
}

/** Returns a copy of the data without the values at the given paths. Items of lists become null. */
function omitPaths<T>(data: T, omissions: readonly Omission[]): T {
  const tree: OmissionTree = { isWhole: false, parts: new Map() };
  for (const { path, replacement } of omissions) {
    let node = tree;
    for (const part of path) {
      const next = node.parts.get(part) ?? { isWhole: false, parts: new Map() };
      node.parts.set(part, next);
      node = next;
    }
    node.isWhole = true;
    node.replacement ??= replacement;
  }
  return omitTree(data, tree) as T;
}

/** Returns undefined for a value that is omitted. */
function omitTree(value: unknown, { isWhole, replacement, parts }: OmissionTree): unknown {
  if (isWhole) return replacement;
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => {
      const tree = parts.get(index);
      return tree ? (omitTree(item, tree) ?? null) : item;
    });
  }
  // A single map counts as a list of one item.
  const single = parts.get(0);
  if (single) return omitTree(value, single);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
      const tree = parts.get(key);
      const rest = tree ? omitTree(item, tree) : item;
      return rest === undefined ? [] : [[key, rest]];
    }),
  );
}
