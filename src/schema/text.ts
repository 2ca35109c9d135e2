import { Temporal } from 'temporal-polyfill';
import { describe, isMap, isTemplate, quote } from './describe.ts';
import { createField, optionalField, type ReportIssue } from './field.ts';
import { flagJson, namesJson, peopleJson, textJson } from './json-schema.ts';
import { suggest } from './suggest.ts';

/**
 * TeX after YAML has read it in double quotes: `\alpha`, `\beta` and `\frac` begin with a control
 * character. `\tau` begins with a tab and `\nu` with a line break, which count only inside a formula.
 */
const LOST_BACKSLASH =
  /[\0-\x08\v\f\x0E-\x1F\x7F]|\r(?!\n)|\$[^$\n]*\t[^$\n]*\$|\$[^$\n]*\n(?:abla|eg|eq|ot|otin|u)\b/;

/** Reads text and trims it. A number becomes text; any other value is a problem. */
export function readText(value: unknown, reportIssue: ReportIssue): string | undefined {
  if (typeof value === 'string') return readString(value, reportIssue);
  if (typeof value === 'number') return String(value);
  reportIssue({
    code: 'wrong-shape',
    message: `must be text, not ${describe(value)}`,
    remedy: toTextRemedy(value),
  });
  return undefined;
}

function readString(value: string, reportIssue: ReportIssue): string | undefined {
  if (!LOST_BACKSLASH.test(value)) return value.trim();
  reportIssue({
    code: 'lost-backslash',
    message:
      'contains an invisible character, because in double quotes a backslash and the letter after ' +
      'it are read as one character',
    remedy: "Put the text in single quotes, which keep backslashes: '$\\alpha$'.",
    result: 'so the backslash is added again',
    replacement: restoreBackslashes(value),
  });
  return undefined;
}

/** The letters after a backslash that YAML reads as one character. */
const escapes: Record<string, string> = {
  ...{ '\0': '0', '\x07': 'a', '\b': 'b', '\v': 'v', '\f': 'f', '\r': 'r', '\x1B': 'e' },
};

/** Restores the backslashes of TeX that YAML has read in double quotes. */
function restoreBackslashes(text: string): string {
  return text
    .replace(/\$[^$]*\$/g, (formula) =>
      formula.replaceAll('\t', '\\t').replace(/\n(?=(?:abla|eg|eq|ot|otin|u)\b)/g, '\\n'),
    )
    .replace(/[\0-\x08\v\f\x0E-\x1F\x7F]|\r(?!\n)/g, (character) => {
      const letter = escapes[character];
      return letter === undefined ? '' : `\\${letter}`;
    })
    .trim();
}

readText.json = textJson;

/** A field that holds text. */
export const textField = createField(readText);

/** Reads true or false. Also accepts `yes`, `no`, `on` and `off`, in any case, quoted or not. */
function readFlag(value: unknown, reportIssue: ReportIssue): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (isTrue(value)) return true;
  if (isFalse(value)) return false;
  reportIssue({
    code: 'wrong-shape',
    message: `must be true or false, not ${describe(value)}`,
    remedy: 'Write true or false.',
  });
  return undefined;
}

/** Returns whether a raw value means true. */
export function isTrue(value: unknown): boolean {
  if (typeof value !== 'string') return value === true;
  return ['true', 'yes', 'on'].includes(value.trim().toLowerCase());
}

/** Returns whether a raw value means false. */
export function isFalse(value: unknown): boolean {
  if (typeof value !== 'string') return value === false;
  return ['false', 'no', 'off'].includes(value.trim().toLowerCase());
}

readFlag.json = flagJson;

/** A field that holds true or false. */
export const flagField = createField(readFlag);

/** Reads a list of texts. One text is a list of one; empty items are dropped. */
export function readNames(value: unknown, reportIssue: ReportIssue): string[] | undefined {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  const names = items.flatMap((item, index) => {
    if (typeof item === 'string') {
      const name = item.replace(/\p{Cc}+/gu, ' ').trim();
      return name === '' ? [] : [name];
    }
    if (typeof item === 'number') return [String(item)];
    if (item === null || item === undefined) return [];
    if (Array.isArray(item) && item.length === 0) return [];
    reportIssue({
      code: 'wrong-shape',
      message: `contains ${describe(item)} instead of a name`,
      remedy: isMap(item)
        ? `Write one name per item, and put a name with a colon in quotes: ${quotePair(item)}.`
        : 'Write a list of names, such as [Ada, Grace].',
      path: Array.isArray(value) ? [index] : [],
    });
    return [];
  });
  return names.length === 0 ? undefined : names;
}

readNames.json = namesJson;

/**
 * Reads a list of people: names, or maps with a name, as in Quarto and other programs: `name`, `name.given` and
 * `name.family`, or `given` and `family`. What else is in a map is not used.
 */
function readPeople(value: unknown, reportIssue: ReportIssue): string[] | undefined {
  const toName = (item: unknown) => {
    const name = isMap(item) ? (readPersonName(item) ?? item) : item;
    // A separator that was left at the end of an item.
    return typeof name === 'string' ? name.replace(/(?<=[^\s,;])[\s,;]+$/, '') : name;
  };
  return readNames(Array.isArray(value) ? value.map(toName) : toName(value), reportIssue);
}

readPeople.json = peopleJson;

function readPersonName(person: Record<string, unknown>): string | undefined {
  const { name, literal, given, family } = person;
  if (isMap(name)) return readPersonName(name);
  const parts = [
    given ?? person['first'] ?? person['first_name'] ?? person['given-names'],
    family ?? person['last'] ?? person['last_name'] ?? person['surname'],
  ].filter((part) => typeof part === 'string');
  const whole = [name, literal].find((text) => typeof text === 'string' && text.trim() !== '');
  return typeof whole === 'string' ? whole : parts.length > 0 ? parts.join(' ') : undefined;
}

/** A field that holds people. The examples are the items of one list. */
export function peopleField(description: string, ...examples: string[]) {
  const docs = { description, ...(examples.length > 0 && { examples: [examples] }) };
  return optionalField(readPeople, docs);
}

/** A field that holds a list of texts. The examples are the items of one list. */
export function namesField(description: string, ...examples: string[]) {
  const docs = { description, ...(examples.length > 0 && { examples: [examples] }) };
  return optionalField(readNames, docs);
}

/** Reads an IANA time zone in any case, and returns it as the database spells it: Europe/Berlin. */
export function readTimeZone(value: unknown, reportIssue: ReportIssue): string | undefined {
  const zone = readText(value, reportIssue);
  const name = zone === undefined ? undefined : findTimeZone(zone);
  if (zone === undefined || name !== undefined) return name;
  const suggestion = suggest(zone, Intl.supportedValuesOf('timeZone'));
  reportIssue({
    code: 'unknown-timezone',
    message: `${quote(zone)} is not a known time zone`,
    remedy: suggestion
      ? `Did you mean ${suggestion}?`
      : 'Write the name of an IANA time zone, such as Europe/Berlin.',
  });
  return undefined;
}

readTimeZone.json = textJson;

/** The spellings of the zones that were found: every talk of an event has the same. */
const timeZones = new Map<string, string | undefined>();

/**
 * Returns the spelling of an IANA time zone in the database, also of an old name such as US/Eastern. Bare offsets such
 * as +02:00 are not zones.
 */
function findTimeZone(zone: string): string | undefined {
  if (!timeZones.has(zone)) timeZones.set(zone, spellTimeZone(zone.replaceAll(' ', '_')));
  return timeZones.get(zone);
}

function spellTimeZone(zone: string): string | undefined {
  if (!/^[A-Za-z]/.test(zone)) return undefined;
  try {
    return new Temporal.ZonedDateTime(0n, zone).timeZoneId;
  } catch {
    return undefined;
  }
}

function toTextRemedy(value: unknown): string {
  if (Array.isArray(value)) {
    const [item] = value as unknown[];
    return value.length === 1 && typeof item === 'string'
      ? `Write the text without brackets or a hyphen: ${quote(item)}.`
      : 'Write a single text in quotes.';
  }
  if (isTemplate(value)) return 'Replace the placeholder with a value, or delete the line.';
  if (isMap(value)) return `Put text with a colon in quotes: ${quotePair(value)}.`;
  return `If you mean the word, put it in quotes: "${String(value)}".`;
}

/** Turns the map that YAML reads from `Title: with a colon` back into text. */
function quotePair(map: Record<string, unknown>): string {
  const [key, value] = Object.entries(map)[0] ?? [];
  return key !== undefined && typeof value === 'string' ? quote(`${key}: ${value}`) : '"one: two"';
}
