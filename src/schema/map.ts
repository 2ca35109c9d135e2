import { z } from 'zod';
import { describe, isMap } from './describe.ts';
import { complainInto, isEmpty } from './field.ts';
import type { Manual } from './field.ts';
import { emptyJson } from './json-shape.ts';

/**
 * A field that holds a map of the given fields. A key that is none of them is an issue. `fromText`
 * names the key that a plain text stands for; without it text is a complaint.
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
        message: `holds ${describe(value)} where a map belongs`,
        remedy: `Write one of ${Object.keys(shape).join(', ')} a line, indented below the key.`,
      });
      return z.NEVER;
    }, z.strictObject(shape).optional())
    .optional()
    .meta({ ...manual, orElse: fromText ? [emptyJson, { type: 'string' }] : [emptyJson] });
}
