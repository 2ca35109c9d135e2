import { z } from 'zod';
import { definitions, emptyJson, type JsonShape } from './json-shape.ts';

type Json = Record<string, unknown>;

/**
 * Returns a JSON Schema (draft 7, which editors support best) for the files of an author. It accepts
 * all that the schema accepts, and some of what it rejects. Unknown keys that are only a warning are
 * accepted as well.
 */
export function toJsonSchema(schema: z.ZodType): Json {
  const strict = schema instanceof z.ZodObject && schema.def.catchall instanceof z.ZodNever;
  const options = { target: 'draft-7', io: 'input', unrepresentable: 'any' } as const;
  return { ...finish(z.toJSONSchema(schema, options) as Json, strict), definitions };
}

/** Translates the meta of our fields into JSON Schema. */
function finish({ shape, orElse, orOne, needed: _, ...written }: Json, strict: boolean): Json {
  const { $schema, title, description, examples, ...structure } = written;
  const texts = { $schema, title, description, examples };
  const about = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
  const inside = isJson(shape) ? shape : finishInside(structure, strict);
  if (orOne === true) return { ...about, anyOf: [...listOrOne(inside), emptyJson] };
  if (Array.isArray(orElse)) return { ...about, anyOf: [inside, ...(orElse as JsonShape[])] };
  // Draft 7 ignores all keywords next to a $ref.
  return '$ref' in inside ? { ...about, allOf: [inside] } : { ...about, ...inside };
}

function finishInside(schema: Json, strict: boolean): Json {
  const { properties, items, anyOf, ...rest } = schema;
  const result = { ...rest };
  const { additionalProperties: others } = rest;
  if (isJson(others)) result['additionalProperties'] = finish(others, strict);
  if (isJson(properties)) {
    const fields = Object.entries(properties as Record<string, Json>);
    const required = fields.flatMap(([key, field]) => (field['needed'] ? [key] : []));
    result['properties'] = Object.fromEntries(
      fields.map(([key, field]) => [key, finish(field, strict)]),
    );
    if (required.length > 0) result['required'] = required;
    if (!strict) delete result['additionalProperties'];
  }
  if (isJson(items)) result['items'] = finish(items, strict);
  if (Array.isArray(anyOf)) result['anyOf'] = anyOf.map((one) => finish(one as Json, strict));
  return result;
}

/** A list whose items may be empty, or a single item. */
function listOrOne({ items, ...list }: Json): Json[] {
  return [{ ...list, items: { anyOf: [items, emptyJson] } }, items as Json];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
