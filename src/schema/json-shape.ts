/**
 * A piece of JSON Schema (draft 7) for the values that a reader accepts. Zod cannot derive it: readers
 * take any value and report problems with messages of their own.
 */
export type JsonShape = Readonly<Record<string, unknown>>;

const anyText: JsonShape = { type: ['string', 'number'] };
const blank: JsonShape = {
  anyOf: [{ type: 'null' }, { type: 'string', pattern: '^\\s*$' }, { type: 'array', maxItems: 0 }],
};

/** The schemes allowed in links, or none. */
const safeLink = `^\\s*(${anyCase('https?')}:|${anyCase('mailto')}:|${anyCase('tel')}:|(?![A-Za-z][A-Za-z0-9+.-]*:))`;

/**
 * The definitions that the shapes below refer to; part of every generated JSON Schema. The YAML
 * language server shows `patternErrorMessage`; other tools ignore it.
 */
export const definitions: Readonly<Record<string, JsonShape>> = {
  text: anyText,
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
  names: { anyOf: [anyText, { type: 'array', items: { anyOf: [anyText, blank] } }] },
  date: {
    type: 'string',
    patternErrorMessage: 'Write a date such as 2024-05-22 or 2024-05-22T15:00.',
    pattern: '^\\s*(\\d{4}-\\d{1,2}([-T\\s:].*)?|.*[A-Za-z]{3}.*\\d{4}.*)\\s*$',
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

export const textJson = refersTo('text');
/** True or false, also as a word. */
export const flagJson = refersTo('flag');
/** A name, or a list of names. */
export const namesJson = refersTo('names');
/** Year, month and day in this order, or the month as a word. The reader checks the rest. */
export const dateJson = refersTo('date');
export const linkJson = refersTo('link');
/** Nothing: null, blank text, and lists of nothing. */
export const emptyJson = refersTo('empty');

function refersTo(name: string): JsonShape {
  return { $ref: `#/definitions/${name}` };
}

/** Matches upper and lower case, because patterns in JSON Schema have no flags. */
function anyCase(words: string): string {
  return words.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
}
