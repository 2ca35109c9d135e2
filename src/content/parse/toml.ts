import { TomlDate, TomlError, parse } from 'smol-toml';
import { parseTOML, type AST } from 'toml-eslint-parser';
import { quote } from '../../schema/describe.ts';
import type { KeyPath } from '../../schema/finding.ts';
import { replaceSpecialBlanks } from './blank-characters.ts';
import {
  MAX_VALUES,
  type KeyPosition,
  type ParsedKeys,
  type ParseFailure,
  toPathKey,
  createPositionFinder,
  toTooManyFailure,
  splitLines,
} from './position.ts';

/**
 * Parses a TOML document. Dates become the text in the file. Positions count from the
 * first line of `text`. Never throws.
 */
export function readToml(text: string): ParsedKeys | { failure: ParseFailure } {
  try {
    const clean = replaceSpecialBlanks(text);
    const tooMany = findTooMany(clean);
    if (tooMany !== undefined)
      return { failure: toTooManyFailure(createPositionFinder(clean)(tooMany)) };
    return parseKeys(clean);
  } catch (error) {
    const padded = padDates(text);
    if (padded !== text) return readToml(padded);
    return { failure: explainToml(error, text) };
  }
}

function parseKeys(text: string): ParsedKeys {
  const parsed = parse(text, { maxDepth: 100 });
  const { positions, dates } = locateShortKeys(text);
  return { data: toPlainData(parsed, [], dates) as Record<string, unknown>, positions };
}

/** A date without quotes, with one digit for a month, a day or an hour. */
const UNPADDED_DATE =
  /^(\s*[\w."'-]+\s*=\s*\d{4}-)(\d{1,2})-(\d{1,2})(?:([Tt ])(\d{1,2})(?=:))?(?![\d-])/gm;

/** Adds the zeros that TOML requires in dates and that the parsers of older versions of Hugo did not. */
function padDates(text: string): string {
  return text.replace(
    UNPADDED_DATE,
    (_, start: string, month: string, day: string, mark?: string, hour?: string) => {
      const date = `${start}${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      return mark === undefined ? date : `${date}${mark}${(hour ?? '').padStart(2, '0')}`;
    },
  );
}

/** Texts in quotes, comments, and the marks that keys and items have. */
const TOML_PARTS =
  /"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)|"(?:[^"\\\n]|\\.)*"?|'[^'\n]*'?|#[^\n]*|[,=]/g;

/** Returns the offset at which there are too many keys and items. */
function findTooMany(text: string): number | undefined {
  let values = 0;
  for (const { 0: part, index } of text.matchAll(TOML_PARTS)) {
    if (part === ',' || part === '=') values += 1;
    if (values > MAX_VALUES) return index;
  }
  return undefined;
}

/** Converts the result of the parser to maps with a prototype, lists, and dates as the text in the file. */
function toPlainData(value: unknown, path: KeyPath, dates: ReadonlyMap<string, string>): unknown {
  if (value instanceof TomlDate) return dates.get(toPathKey(path)) ?? value.toISOString();
  if (Array.isArray(value)) return value.map((item, i) => toPlainData(item, [...path, i], dates));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, toPlainData(item, [...path, key], dates)]),
  );
}

/** Returns no positions for a text with a value that is too long for the parser with positions, about 100,000 characters. */
function locateShortKeys(text: string): ReturnType<typeof locateKeys> {
  try {
    return locateKeys(text);
  } catch (error) {
    if (error instanceof RangeError) return { positions: [], dates: new Map() };
    throw error;
  }
}

/** Returns the positions of all keys and items of a valid document, and the text of its dates. */
function locateKeys(text: string): { positions: KeyPosition[]; dates: Map<string, string> } {
  const positions: KeyPosition[] = [];
  const dates = new Map<string, string>();
  const findPosition = createPositionFinder(text);

  const addPairs = (pairs: AST.TOMLKeyValue[], prefix: KeyPath): void => {
    for (const { key, value } of pairs) {
      const path = [...prefix, ...toKeyNames(key)];
      positions.push({
        path,
        key: findPosition(key.range[0]),
        value: findPosition(value.range[0]),
      });
      addValue(value, path);
    }
  };
  const addValue = (node: AST.TOMLContentNode, path: KeyPath): void => {
    if (node.type === 'TOMLInlineTable') addPairs(node.body, path);
    else if (node.type === 'TOMLArray') {
      node.elements.forEach((item, index) => {
        const start = findPosition(item.range[0]);
        positions.push({ path: [...path, index], key: start, value: start });
        addValue(item, [...path, index]);
      });
    } else if ('datetime' in node) dates.set(toPathKey(path), text.slice(...node.range));
  };

  const [document] = parseTree(text).body;
  for (const node of document.body) {
    if (node.type === 'TOMLKeyValue') {
      addPairs([node], []);
      continue;
    }
    const key = findPosition(node.range[0]);
    positions.push({ path: node.resolvedKey, key });
    if (node.resolvedKey.at(-1) === 0) positions.push({ path: node.resolvedKey.slice(0, -1), key });
    addPairs(node.body, node.resolvedKey);
  }
  return { positions, dates };
}

function toKeyNames({ keys }: AST.TOMLKey): string[] {
  return keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
}

/** Parses TOML. The parser rejects dates such as February 31, which the check of dates explains better. */
function parseTree(text: string): AST.TOMLProgram {
  try {
    return parseTOML(text);
  } catch {
    return parseTOML(text.replace(/\b\d{4}-\d\d-\d\d/g, '2000-01-01'));
  }
}

function explainToml(error: unknown, text: string): ParseFailure {
  const tomlError = error instanceof TomlError ? error : undefined;
  const line = tomlError?.line ?? 1;
  const source = splitLines(text)[line - 1] ?? '';
  const [key] = /^\s*[\w-]+(?=\s*[:=])/.exec(source) ?? [];
  const failure = (message: string, remedy: string): ParseFailure => ({
    position: { line, column: tomlError?.column ?? 1 },
    code: 'front-matter/unreadable',
    message,
    remedy,
  });
  const reason = (tomlError?.message ?? 'unknown error').split('\n')[0] ?? '';
  if (key && /^\s*[\w-]+\s*:/.test(source)) {
    return failure(
      `${key} is followed by ":", as in YAML, but the front matter between +++ is TOML`,
      `Write ${key} = and the value, or use --- for YAML.`,
    );
  }
  if (/redefine/.test(reason)) {
    return failure(`${key ?? quote(source)} is defined twice`, 'Delete one of the two.');
  }
  if (/\d{4}-\d{1,2}-\d{1,2}|\d{1,2}:\d{2}/.test(source) && !/["']/.test(source)) {
    const remedy = 'Write all digits, for example 2024-05-02T09:00:00, or put the date in quotes.';
    return failure(`${quote(source)} is not a valid TOML date or time`, remedy);
  }
  if (/=\s*["']/.test(source) && /string|quot|newline|end-of-line/i.test(reason)) {
    const remedy =
      'Open and close the text with the same quotation mark. Use """ for several lines.';
    return failure('the text in quotes is not closed, or there is something after it', remedy);
  }
  if (key && /=\s*[^\s"'[{#\d+-]/.test(source) && !/=\s*(true|false)\s*$/.test(source)) {
    const value = source.slice(source.indexOf('=') + 1);
    return failure(
      `the value in ${quote(source)} is text without quotes`,
      `Write ${key} = ${quote(value)}.`,
    );
  }
  const detail = reason.replace(/^Invalid TOML document: /, '');
  return failure(`the TOML cannot be parsed: ${detail}`, 'Write key = "value", one per line.');
}
