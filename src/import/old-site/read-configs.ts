import { readToml } from '../../content/parse/toml.ts';
import { readYamlValue } from '../../content/parse/yaml.ts';
import { describe, isMap } from '../../schema/describe.ts';
import { compareText } from '../../model/page/lists.ts';
import { ImportError } from '../plan/plan.ts';
import type { OldConfig } from './old-site.ts';

/** In the order in which Hugo looks for one; it reads no second. */
const ofHugo = ['hugo', 'config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((end) => `${name}.${end}`),
);

const partOfHugo = /^config\/(_default|production)\/[^/]+\.(toml|ya?ml|json)$/;
const ofJekyll = ['_config.yml', '_config.yaml', '_config.toml'];

/** A file with more invalid lines than this is not YAML. */
const MOST_PASSED_OVER = 10;

/**
 * Which files configure the site, of those that are there, in the order in which the generator reads
 * them: the one of the root, then those of `config/_default`, then those of `config/production`.
 */
export function configPaths(paths: readonly string[], generator: 'hugo' | 'jekyll'): string[] {
  const there = new Set(paths);
  const inRoot = (generator === 'hugo' ? ofHugo : ofJekyll).find((name) => there.has(name));
  const parts = generator === 'hugo' ? paths.filter((path) => partOfHugo.test(path)) : [];
  return [...(inRoot === undefined ? [] : [inRoot]), ...parts.sort(compareText)];
}

/**
 * Reads a file of the configuration: YAML by the core schema, TOML with dates as they are written, JSON.
 * @throws ImportError when it cannot be read or is no map.
 */
export function readConfig(path: string, text: string): OldConfig {
  const { data, passedOver } = parse(path, text.replace(/^\uFEFF/, ''));
  if (isMap(data)) return { path, data, ...(passedOver && { passedOver }) };
  throw unreadable(path, `it contains ${describe(data)} instead of keys and values`);
}

type Parsed = { data: unknown; passedOver?: { line: number; text: string }[] };

function parse(path: string, text: string): Parsed {
  if (path.endsWith('.toml')) {
    const read = readToml(text);
    if ('data' in read) return { data: read.data };
    const { position, message } = read.failure;
    throw unreadable(`${path}:${position.line}:${position.column}`, message);
  }
  if (!path.endsWith('.json')) return parseYaml(path, text);
  try {
    return { data: JSON.parse(text) };
  } catch (error) {
    throw unreadable(path, (error as Error).message);
  }
}

/** Skips an invalid line if the rest of the file can be read without it. */
function parseYaml(path: string, text: string): Parsed {
  const lines = text.split(/\r\n|\n|\r/);
  const passedOver: { line: number; text: string }[] = [];
  let reading = readLines(lines);
  while ('failure' in reading) {
    const { position, message } = reading.failure;
    const near = [position.line - 1, position.line - 2, position.line];
    const better = near
      .filter((index) => index in lines)
      .map((index) => ({ index, next: readLines(lines.with(index, '')) }))
      .find(({ next }) => !('failure' in next) || next.failure.position.line > position.line);
    if (better === undefined || passedOver.length === MOST_PASSED_OVER) {
      throw unreadable(`${path}:${position.line}:${position.column}`, message);
    }
    passedOver.push({ line: better.index + 1, text: lines[better.index] ?? '' });
    lines[better.index] = '';
    reading = better.next;
  }
  return { data: reading.data, ...(passedOver.length > 0 && { passedOver }) };
}

function readLines(lines: readonly string[]) {
  return readYamlValue(lines.join('\n'), { numbers: true });
}

function unreadable(place: string, reason: string): ImportError {
  return new ImportError(
    `${place} cannot be read: ${reason}.\nFix the file and run the import again.`,
  );
}
