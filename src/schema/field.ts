import { z } from 'zod';
import type { KeyPath, Severity } from './finding.ts';
import { emptyJson, type JsonShape } from './json-shape.ts';

/** The problem with a value that a field does not accept. `message` follows the name of the key. */
export interface Complaint {
  code: string;
  message: string;
  remedy: string;
  /** A warning leaves out the value at `path` and uses the rest. Default: `error`. */
  severity?: Severity;
  /** The path below the key of the field. */
  path?: KeyPath;
}

export type Complain = (complaint: Complaint) => void;

/**
 * Reads a raw value and returns the value, or undefined if there is none. `json` describes the
 * accepted values to editors, and never rejects an accepted one.
 */
export interface Reader<T> {
  (value: unknown, complain: Complain): T | undefined;
  json: JsonShape;
}

/** The documentation of a field for authors: its meaning and default, and examples. */
export interface Manual {
  description: string;
  examples?: unknown[];
}

/** An optional field. Null, empty text and empty lists are the same as an absent key. */
export function optionalField<T>(read: Reader<T>, manual: Manual) {
  return z
    .unknown()
    .transform((value, context) =>
      isEmpty(value) ? undefined : read(value, complainInto(context)),
    )
    .optional()
    .meta({ ...manual, shape: read.json, orElse: [emptyJson] });
}

/** A required field. `missing` is the problem reported if it is absent. */
export function requiredField<T>(read: Reader<T>, missing: Complaint, manual: Manual) {
  return z
    .unknown()
    .optional()
    .transform((value, context): T => {
      const complain = complainInto(context);
      const result = isEmpty(value) ? undefined : read(value, complain);
      if (result !== undefined) return result;
      if (context.issues.length === 0) complain(missing);
      return z.NEVER;
    })
    .meta({ ...manual, shape: read.json, needed: true });
}

/** True for null, undefined, blank text and lists that hold only such. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.every((item) => isShallowEmpty(item));
}

/** Turns complaints into Zod issues that carry their code and remedy. */
export function complainInto(context: z.core.$RefinementCtx): Complain {
  return ({ message, path = [], code, remedy, severity = 'error' }) =>
    context.addIssue({
      code: 'custom',
      message,
      path: [...path],
      params: { code, remedy, severity },
    });
}

/** Not recursive, since YAML aliases can make a list hold itself. */
function isShallowEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || value === undefined || (typeof value === 'string' && !value.trim());
}
