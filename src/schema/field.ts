import { z } from 'zod';
import { describe, isMap } from './describe.ts';
import type { KeyPath } from './finding.ts';
import { emptyJson, type JsonShape } from './json-schema.ts';

/**
 * A problem with the value of a field. `message` follows the name of the key. If the code is not an error,
 * the value at `path` is left out and the rest is used.
 */
export interface Issue {
  code: string;
  message: string;
  remedy: string;
  /** What happens to the value, at the end of the message of a warning. Default: `so it is ignored`. */
  result?: string;
  /** The value that is used instead. */
  replacement?: unknown;
  /** The path below the key of the field. */
  path?: KeyPath;
}

/** Reports a problem with the value of a field. */
export type ReportIssue = (issue: Issue) => void;

/**
 * Reads a raw value and returns the value, or undefined if there is none. `json` describes the
 * accepted values to editors, and never rejects an accepted one. Set it before the first field that uses
 * the reader: the field copies it.
 */
export interface Reader<T> {
  (value: unknown, reportIssue: ReportIssue): T | undefined;
  json: JsonShape;
}

/** The documentation of a field for authors: its meaning and default, and examples. */
export interface FieldDocs {
  description: string;
  examples?: unknown[];
}

/** Returns an optional field. Null, empty text and empty lists are the same as an absent key. */
export function optionalField<T>(read: Reader<T>, docs: FieldDocs) {
  return z
    .unknown()
    .transform((value, context) =>
      isEmpty(value) ? undefined : read(value, createIssueReporter(context)),
    )
    .optional()
    .meta({ ...docs, shape: read.json, alsoAccepts: [emptyJson] });
}

/** Returns a function that makes optional fields of one kind from a description and examples. */
export function createField<T>(read: Reader<T>) {
  return (description: string, ...examples: unknown[]) =>
    optionalField(read, { description, ...(examples.length > 0 && { examples }) });
}

/** A field whose value is not used. Its output is true if there is one. */
export const presenceField = createField(Object.assign((): true => true, { json: {} }));

/** Returns a required field. `missing` is the problem reported if it is absent. */
export function requiredField<T>(read: Reader<T>, missing: Issue, docs: FieldDocs) {
  return z
    .unknown()
    .optional()
    .transform((value, context): T => {
      const reportIssue = createIssueReporter(context);
      const result = isEmpty(value) ? undefined : read(value, reportIssue);
      if (result !== undefined) return result;
      if (context.issues.length === 0) reportIssue(missing);
      return z.NEVER;
    })
    .meta({ ...docs, shape: read.json, needed: true });
}

/** Returns whether a value is null, undefined, blank text, or a list of such values. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.every((item) => isShallowEmpty(item));
}

/** Does not recurse, because YAML aliases can make a list contain itself. */
function isShallowEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || value === undefined || (typeof value === 'string' && !value.trim());
}

/** Returns a function that adds issues to those of Zod, with their code and remedy. */
export function createIssueReporter(context: z.core.$RefinementCtx): ReportIssue {
  return ({ message, path = [], ...params }) =>
    context.addIssue({ code: 'custom', message, path: [...path], params });
}

/**
 * Returns a field that holds a map of the given fields. Any other key is a problem. `fromText` is the key
 * that plain text is a short form for; without it, plain text is a problem.
 */
export function mapField<Shape extends z.ZodRawShape>(
  shape: Shape,
  docs: FieldDocs,
  fromText?: keyof Shape & string,
) {
  return z
    .preprocess((value, context) => {
      if (isEmpty(value)) return undefined;
      if (isMap(value)) return value;
      if (fromText !== undefined && typeof value === 'string') return { [fromText]: value };
      createIssueReporter(context)({
        code: 'wrong-shape',
        message: `must be a map, not ${describe(value)}`,
        remedy: `Write its keys below it, one per line and indented. Known keys: ${Object.keys(shape).join(', ')}.`,
      });
      return z.NEVER;
    }, z.strictObject(shape).optional())
    .optional()
    .meta({ ...docs, alsoAccepts: fromText ? [emptyJson, { type: 'string' }] : [emptyJson] });
}

/** The items of a list, for messages. */
interface ListItems {
  /** The name of an item with its article: `a link`. */
  name: string;
  /** How to write an item, as a sentence. */
  remedy: string;
  /** Whether a map is used; may report a problem if it is not. Default: all are used. */
  isUsable?: (item: Record<string, unknown>, reportIssue: ReportIssue) => boolean;
}

/** Returns a field that holds a list of maps of the given fields; one map is a list of one. */
export function listField<Shape extends z.ZodRawShape>(
  shape: Shape,
  items: ListItems,
  docs: FieldDocs,
) {
  const item = z.preprocess(
    (value, context) => readItem(value, items, createIssueReporter(context)),
    z.strictObject(shape).nullable(),
  );
  return z
    .preprocess(toList, z.array(item).transform(dropEmptyItems).optional())
    .optional()
    .meta({ ...docs, allowsSingle: true });
}

function toList(value: unknown): unknown {
  if (isEmpty(value)) return undefined;
  return Array.isArray(value) ? value : [value];
}

function dropEmptyItems<T>(items: (T | null)[]): T[] | undefined {
  const filled = items.filter((item) => item !== null);
  return filled.length === 0 ? undefined : filled;
}

/** Returns null for an item that is empty or left out, so that the other items keep their index. */
function readItem(
  value: unknown,
  { name, remedy, isUsable }: ListItems,
  reportIssue: ReportIssue,
): unknown {
  if (isEmpty(value) || (isMap(value) && Object.values(value).every(isEmpty))) return null;
  if (isMap(value)) return (isUsable?.(value, reportIssue) ?? true) ? value : null;
  const message = `contains ${describe(value)} instead of ${name}`;
  reportIssue({ code: 'wrong-shape', message, remedy });
  return z.NEVER;
}

/** Returns the schema of the shape inside optional, nullable, preprocessed and transformed ones. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return unwrap(schema.unwrap());
  }
  if (!(schema instanceof z.ZodPipe)) return schema;
  return unwrap(schema.in instanceof z.ZodTransform ? schema.out : schema.in);
}
