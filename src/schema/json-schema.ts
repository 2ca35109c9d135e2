import { z } from 'zod';

/**
 * A piece of JSON Schema (draft 7) for the values that a reader accepts. Zod cannot derive it: readers
 * take any value and report problems with messages of their own.
 */
export type JsonShape = Readonly<Record<string, unknown>>;

const textOrNumber: JsonShape = { type: ['string', 'number'] };
const blank: JsonShape = {
  anyOf: [{ type: 'null' }, { type: 'string', pattern: '^\\s*$' }, { type: 'array', maxItems: 0 }],
};

/** The schemes allowed in links and the identifiers that become links, or none. */
const safeLink = `^\\s*(${anyCase('https?')}:|${anyCase('mailto')}:|${anyCase('tel')}:|${anyCase('doi|arxiv|orcid|hdl')}:|(?![A-Za-z][A-Za-z0-9+.-]*:))`;

/**
 * The definitions that the shapes below refer to; part of every generated JSON Schema. The YAML
 * language server shows `patternErrorMessage`; other tools ignore it.
 */
const definitions: Readonly<Record<string, JsonShape>> = {
  text: textOrNumber,
  flag: {
    anyOf: [
      { type: 'boolean' },
      {
        type: 'string',
        patternErrorMessage: 'Write true or false.',
        pattern: `^\\s*(${anyCase('true|false|yes|no|on|off')})\\s*$`,
      },
    ],
  },
  names: { anyOf: [textOrNumber, { type: 'array', items: { anyOf: [textOrNumber, blank] } }] },
  people: {
    anyOf: [
      textOrNumber,
      { type: 'object' },
      { type: 'array', items: { anyOf: [textOrNumber, blank, { type: 'object' }] } },
    ],
  },
  date: {
    anyOf: [
      {
        type: 'string',
        patternErrorMessage: 'Write a date such as 2024-05-22 or 2024-05-22T15:00.',
        pattern: '^\\s*(\\d{4}(-\\d{1,2}([-T\\s:,].*)?)?|.*[A-Za-z]{3}.*\\d{4}.*)\\s*$',
      },
      // A year alone.
      { type: 'integer', minimum: 1, maximum: 9999 },
    ],
  },
  link: {
    anyOf: [
      {
        type: 'string',
        pattern: safeLink,
        patternErrorMessage: 'Write an http, https or mailto address, or the name of a file.',
      },
      { type: 'number' },
      { const: false },
    ],
  },
  empty: { anyOf: [blank, { type: 'array', items: blank }] },
};

export const textJson = toReference('text');
/** True or false, also as a word. */
export const flagJson = toReference('flag');
/** A name, or a list of names. */
export const namesJson = toReference('names');
/** A person, or a list of people: names, or maps with a name. */
export const peopleJson = toReference('people');
/** Year, month and day in this order, or the month as a word. The reader checks the rest. */
export const dateJson = toReference('date');
export const linkJson = toReference('link');
/** Nothing: null, blank text, and lists of nothing. */
export const emptyJson = toReference('empty');

function toReference(name: string): JsonShape {
  return { $ref: `#/definitions/${name}` };
}

/** Returns a pattern that ignores case. Patterns in JSON Schema have no flags. */
export function anyCase(words: string): string {
  return words.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
}

type Json = Record<string, unknown>;

/**
 * Returns a JSON Schema (draft 7, which editors support best) for the files of an author. It accepts
 * all that the schema accepts, and some of what it rejects. Unknown keys that are only a warning are
 * accepted as well.
 */
export function toJsonSchema(schema: z.ZodType): Json {
  const strict = schema instanceof z.ZodObject && schema.def.catchall instanceof z.ZodNever;
  const options = { target: 'draft-7', io: 'input', unrepresentable: 'any' } as const;
  return { ...toDraft7(z.toJSONSchema(schema, options) as Json, strict), definitions };
}

/** Translates the meta of our fields into JSON Schema. */
function toDraft7(
  { shape, alsoAccepts, allowsSingle, needed: _, ...keywords }: Json,
  strict: boolean,
): Json {
  const { $schema, title, description, examples, ...structure } = keywords;
  const textKeywords = { $schema, title, description, examples };
  const annotations = Object.fromEntries(
    Object.entries(textKeywords).filter(([, text]) => text !== undefined),
  );
  const structureJson = isJson(shape) ? shape : toDraft7Structure(structure, strict);
  if (allowsSingle === true)
    return { ...annotations, anyOf: [...listOrOne(structureJson), emptyJson] };
  if (Array.isArray(alsoAccepts))
    return { ...annotations, anyOf: [structureJson, ...(alsoAccepts as JsonShape[])] };
  // Draft 7 ignores all keywords next to a $ref.
  return '$ref' in structureJson
    ? { ...annotations, allOf: [structureJson] }
    : { ...annotations, ...structureJson };
}

function toDraft7Structure(schema: Json, strict: boolean): Json {
  const { properties, items, anyOf, ...rest } = schema;
  const result = { ...rest };
  const { additionalProperties: additional } = rest;
  if (isJson(additional)) result['additionalProperties'] = toDraft7(additional, strict);
  if (isJson(properties)) {
    const fields = Object.entries(properties as Record<string, Json>);
    const required = fields.flatMap(([key, field]) => (field['needed'] ? [key] : []));
    result['properties'] = Object.fromEntries(
      fields.map(([key, field]) => [key, toDraft7(field, strict)]),
    );
    if (required.length > 0) result['required'] = required;
    if (!strict) delete result['additionalProperties'];
  }
  if (isJson(items)) result['items'] = toDraft7(items, strict);
  if (Array.isArray(anyOf))
    result['anyOf'] = anyOf.map((option) => toDraft7(option as Json, strict));
  return result;
}

/** A list whose items may be empty, or a single item. */
function listOrOne({ items, ...list }: Json): Json[] {
  return [{ ...list, items: { anyOf: [items, emptyJson] } }, items as Json];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
