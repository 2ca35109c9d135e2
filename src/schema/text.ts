import { describe, isMap, isTemplate, quote } from './describe.ts';
import type { Complain } from './field.ts';
import { flagJson, namesJson, textJson } from './json-shape.ts';
import { suggest } from './suggest.ts';

/**
 * What double quotes make of TeX: `\alpha`, `\beta` and `\frac` begin with a control character,
 * `\tau` with a tab and `\nu` with a line break, which are known by standing in a formula.
 */
const EATEN_TEX =
  /[\0-\x08\v\f\x0E-\x1F\x7F]|\r(?!\n)|\$[^$\n]*\t[^$\n]*\$|\$[^$\n]*\n(?:abla|eg|eq|ot|otin|u)\b/;

/** Reads text, trimmed. A number becomes text; anything else is a complaint. */
export function readText(value: unknown, complain: Complain): string | undefined {
  if (typeof value === 'string') return readString(value, complain);
  if (typeof value === 'number') return String(value);
  complain({
    code: 'wrong-shape',
    message: `holds ${describe(value)} where text belongs`,
    remedy: textRemedy(value),
  });
  return undefined;
}

function readString(value: string, complain: Complain): string | undefined {
  if (!EATEN_TEX.test(value)) return value.trim();
  complain({
    code: 'lost-backslash',
    message: 'holds an invisible character: in double quotes a backslash and a letter are one',
    remedy: "Write the text in single quotes, where TeX stays as it is: '$\\alpha$'.",
  });
  return undefined;
}

readText.json = textJson;

/** Reads true or false, also as `yes`, `no`, `on`, `off`, in any case, quoted or not. */
export function readFlag(value: unknown, complain: Complain): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (['true', 'yes', 'on'].includes(word)) return true;
  if (['false', 'no', 'off'].includes(word)) return false;
  complain({
    code: 'wrong-shape',
    message: `holds ${describe(value)} where true or false belongs`,
    remedy: 'Write true or false.',
  });
  return undefined;
}

readFlag.json = flagJson;

/** Reads a list of texts. One text is a list of one; empty items are dropped. */
export function readNames(value: unknown, complain: Complain): string[] | undefined {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  const names = items.flatMap((item, index) => {
    if (typeof item === 'string') return item.trim() === '' ? [] : [item.trim()];
    if (typeof item === 'number') return [String(item)];
    if (item === null || item === undefined) return [];
    if (Array.isArray(item) && item.length === 0) return [];
    complain({
      code: 'wrong-shape',
      message: `holds ${describe(item)} where a name belongs`,
      remedy: isMap(item)
        ? `Write one name an item; a name with a colon stands in quotes: ${pairInQuotes(item)}.`
        : 'Write a list of names, such as [Ada, Grace].',
      path: Array.isArray(value) ? [index] : [],
    });
    return [];
  });
  return names.length === 0 ? undefined : names;
}

readNames.json = namesJson;

/** Reads an IANA time zone such as Europe/Berlin, in the spelling of the author. */
export function readTimeZone(value: unknown, complain: Complain): string | undefined {
  const zone = readText(value, complain);
  if (zone === undefined || isTimeZone(zone)) return zone;
  const near = suggest(zone, Intl.supportedValuesOf('timeZone'));
  complain({
    code: 'unknown-timezone',
    message: `${quote(zone)} is not a time zone`,
    remedy: near ? `Did you mean ${near}?` : 'Write an IANA name, such as Europe/Berlin.',
  });
  return undefined;
}

readTimeZone.json = textJson;

/** True for an IANA time zone. Bare offsets such as +02:00 are not zones. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function textRemedy(value: unknown): string {
  if (Array.isArray(value)) {
    const [only] = value as unknown[];
    return value.length === 1 && typeof only === 'string'
      ? `Write the text alone, without brackets or hyphen: ${quote(only)}.`
      : 'Write one line of text in quotes.';
  }
  if (isTemplate(value)) return 'Write the value itself, or take the line out.';
  if (isMap(value)) return `Text with a colon in it stands in quotes: ${pairInQuotes(value)}.`;
  return `If the word is meant, put it in quotes: "${String(value)}".`;
}

/** A map read out of `Title: with a colon`, as the text it was meant to be. */
function pairInQuotes(map: Record<string, unknown>): string {
  const [key, value] = Object.entries(map)[0] ?? [];
  return key !== undefined && typeof value === 'string' ? quote(`${key}: ${value}`) : '"one: two"';
}
