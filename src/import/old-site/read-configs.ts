import { readToml } from '../../content/parse/toml.ts';
import { readYamlValue } from '../../content/parse/yaml.ts';
import { describe, isMap } from '../../schema/describe.ts';
import { compareText } from '../../model/page/lists.ts';
import { ImportError } from '../plan/plan.ts';
import type { OldConfig } from './old-site.ts';

/** The names in the order in which Hugo looks for them. It reads only the first that exists. */
const hugoConfigNames = ['hugo', 'config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((extension) => `${name}.${extension}`),
);

const hugoConfigPart = /^config\/(_default|production)\/[^/]+\.(toml|ya?ml|json)$/;
/** The names of the files in the root, in the order in which the generator looks for them. */
const configNames: Record<'hugo' | 'jekyll' | 'quarto', readonly string[]> = {
  hugo: hugoConfigNames,
  jekyll: ['_config.yml', '_config.yaml', '_config.toml'],
  quarto: ['_quarto.yml', '_quarto.yaml'],
};

/** The number of characters of a file that are read. A real one has a twentieth of that. */
const MAX_LENGTH = 1_000_000;

/** A file with more invalid lines than this is not YAML. */
const MAX_SKIPPED_LINES = 10;

/**
 * Finds the files that configure the site, in the order in which the generator reads them: the file in
 * the root, then those in `config/_default`, then those in `config/production`.
 */
export function findConfigPaths(
  paths: readonly string[],
  generator: keyof typeof configNames,
): string[] {
  const existing = new Set(paths);
  const inRoot = configNames[generator].find((name) => existing.has(name));
  const parts = generator === 'hugo' ? paths.filter((path) => hugoConfigPart.test(path)) : [];
  return [...(inRoot === undefined ? [] : [inRoot]), ...parts.sort(compareText)];
}

/**
 * Parses a configuration file: YAML by the core schema, TOML with dates as text, or JSON.
 * @throws ImportError if the file is not valid or is not a map.
 */
export function readConfig(path: string, text: string): OldConfig {
  if (text.length > MAX_LENGTH) {
    const reason = `it has ${text.length.toLocaleString('en')} characters, more than the ${MAX_LENGTH.toLocaleString('en')} that are read`;
    throw createConfigError(path, reason);
  }
  const { data, skippedLines } = parse(path, text.replace(/^\uFEFF/, ''));
  if (isMap(data)) return { path, data, ...(skippedLines && { skippedLines }) };
  throw createConfigError(path, `it contains ${describe(data)} instead of keys and values`);
}

type Parsed = { data: unknown; skippedLines?: { line: number; text: string }[] };

function parse(path: string, text: string): Parsed {
  if (path.endsWith('.toml')) {
    const read = readToml(text);
    if ('data' in read) return { data: read.data };
    const { position, message } = read.failure;
    throw createConfigError(`${path}:${position.line}:${position.column}`, message);
  }
  if (!path.endsWith('.json')) return parseYaml(path, text);
  try {
    return { data: JSON.parse(text) };
  } catch {
    return parseLenientJson(path, text);
  }
}

/** Parses JSON with comments or with commas before brackets, which YAML allows, and whose errors have positions. */
function parseLenientJson(path: string, text: string): Parsed {
  const read = readYamlValue(text, { numbers: true });
  if ('data' in read && isMap(read.data)) return { data: read.data };
  const { position, message } =
    'failure' in read
      ? read.failure
      : { position: { line: 1, column: 1 }, message: 'it is not JSON' };
  throw createConfigError(`${path}:${position.line}:${position.column}`, message);
}

/** Skips an invalid line if the rest of the file can be read without it. */
function parseYaml(path: string, text: string): Parsed {
  const lines = text.split(/\r\n|\n|\r/);
  const skippedLines: { line: number; text: string }[] = [];
  let result = readLines(lines);
  while ('failure' in result) {
    const { position, message, code } = result.failure;
    if (code === 'front-matter/too-large')
      throw createConfigError(`${path}:${position.line}:${position.column}`, message);
    const candidates = [position.line - 1, position.line - 2, position.line];
    const fix = candidates
      .filter((index) => index in lines)
      .map((index) => ({ index, next: readLines(lines.with(index, '')) }))
      .find(({ next }) => !('failure' in next) || next.failure.position.line > position.line);
    if (fix === undefined || skippedLines.length === MAX_SKIPPED_LINES) {
      throw createConfigError(`${path}:${position.line}:${position.column}`, message);
    }
    skippedLines.push({ line: fix.index + 1, text: lines[fix.index] ?? '' });
    lines[fix.index] = '';
    result = fix.next;
  }
  return { data: result.data, ...(skippedLines.length > 0 && { skippedLines }) };
}

function readLines(lines: readonly string[]) {
  return readYamlValue(lines.join('\n'), { numbers: true });
}

function createConfigError(place: string, reason: string): ImportError {
  return new ImportError(
    `${place} cannot be read: ${reason}.\nFix the file and run the import again.`,
  );
}
