import { z } from 'zod';
import { describe, isMap } from './describe.ts';
import { complainInto, isEmpty } from './field.ts';
import type { Manual } from './field.ts';
import { emptyJson } from './json-shape.ts';

/**
 * A field that holds a map of the given fields. Any other key is a problem. `fromText` is the key
 * that plain text is a short form for; without it, plain text is a problem.
 */
export function mapField<Shape extends z.ZodRawShape>(
  shape: Shape,
  manual: Manual,
  fromText?: keyof Shape & string,
) {
  return z
    .preprocess((value, context) => {
      if (isEmpty(value)) return undefined;
      if (isMap(value)) return value;
      if (fromText !== undefined && typeof value === 'string') return { [fromText]: value };
      complainInto(context)({
        code: 'wrong-shape',
        message: `must be a map, not ${describe(value)}`,
        remedy: `Write its keys below it, one per line and indented. Known keys: ${Object.keys(shape).join(', ')}.`,
      });
      return z.NEVER;
    }, z.strictObject(shape).optional())
    .optional()
    .meta({ ...manual, orElse: fromText ? [emptyJson, { type: 'string' }] : [emptyJson] });
}
