import { TomlDate, TomlError, parse } from 'smol-toml';
import { quote } from '../../schema/describe.ts';
import type { KeyPath } from '../../schema/finding.ts';
import type { ParseFailure, ParsedKeys } from './key-positions.ts';
import { splitLines } from './position.ts';
import { scanToml } from './toml-scan.ts';

/**
 * Reads a TOML document. Dates become the text as written in the file. Positions count from the
 * first line of `text`. Never throws.
 */
export function readToml(text: string): ParsedKeys | { failure: ParseFailure } {
  try {
    const parsed = parse(text, { maxDepth: 100 });
    const { positions, written } = scanToml(text);
    const data = toPlain(parsed, [], (path) => written.get(JSON.stringify(path)));
    return { data: data as Record<string, unknown>, positions };
  } catch (error) {
    return { failure: explainToml(error, text) };
  }
}

/** Maps with a prototype, lists, and dates as they were written. */
function toPlain(
  value: unknown,
  path: KeyPath,
  written: (path: KeyPath) => string | undefined,
): unknown {
  if (value instanceof TomlDate) return written(path) ?? value.toISOString();
  if (Array.isArray(value)) return value.map((item, i) => toPlain(item, [...path, i], written));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, toPlain(item, [...path, key], written)]),
  );
}

function explainToml(error: unknown, text: string): ParseFailure {
  const known = error instanceof TomlError ? error : undefined;
  const line = known?.line ?? 1;
  const source = splitLines(text)[line - 1] ?? '';
  const [key] = /^\s*[\w-]+(?=\s*[:=])/.exec(source) ?? [];
  const failure = (message: string, remedy: string): ParseFailure => ({
    position: { line, column: known?.column ?? 1 },
    code: 'front-matter/unreadable',
    message,
    remedy,
  });
  const reason = (known?.message ?? 'unknown error').split('\n')[0] ?? '';
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
