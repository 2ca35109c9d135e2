import { z } from 'zod';
import { describe, isMap } from './describe.ts';
import { complainInto, isEmpty, type Complain, type Manual } from './field.ts';

/** What a list contains, for messages. */
interface Items {
  /** The name of an item with its article: `a link`. */
  name: string;
  /** How to write an item, as a sentence. */
  remedy: string;
  /** Whether a map is used; may report a problem if it is not. Default: all are used. */
  isUsable?: (item: Record<string, unknown>, complain: Complain) => boolean;
}

/** A field that holds a list of maps of the given fields; one map is a list of one. */
export function listField<Shape extends z.ZodRawShape>(shape: Shape, items: Items, manual: Manual) {
  const item = z.preprocess(
    (value, context) => toItem(value, items, complainInto(context)),
    z.strictObject(shape).nullable(),
  );
  return z
    .preprocess(toList, z.array(item).transform(present).optional())
    .optional()
    .meta({ ...manual, orOne: true });
}

function toList(value: unknown): unknown {
  if (isEmpty(value)) return undefined;
  return Array.isArray(value) ? value : [value];
}

function present<T>(items: (T | null)[]): T[] | undefined {
  const found = items.filter((item) => item !== null);
  return found.length === 0 ? undefined : found;
}

/** Returns null for an item that is empty or left out, so that the other items keep their index. */
function toItem(value: unknown, { name, remedy, isUsable }: Items, complain: Complain): unknown {
  if (isEmpty(value) || (isMap(value) && Object.values(value).every(isEmpty))) return null;
  if (isMap(value)) return (isUsable?.(value, complain) ?? true) ? value : null;
  const message = `contains ${describe(value)} instead of ${name}`;
  complain({ code: 'wrong-shape', message, remedy });
  return z.NEVER;
}
