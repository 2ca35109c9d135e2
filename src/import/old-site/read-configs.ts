import yaml from 'js-yaml';
import { readToml } from '../../content/front-matter/toml.ts';
import { describe, isMap } from '../../schema/describe.ts';
import { compareText } from '../../model/order.ts';
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
  let reading = readYaml(lines);
  while (reading instanceof yaml.YAMLException) {
    const { line, column } = reading.mark;
    const near = [line, line - 1, line + 1].filter((number) => number in lines);
    const better = near.flatMap((spoiled) => {
      const next = readYaml(lines.with(spoiled, ''));
      return next instanceof yaml.YAMLException && next.mark.line <= line ? [] : { spoiled, next };
    })[0];
    if (better === undefined || passedOver.length === MOST_PASSED_OVER) {
      throw unreadable(`${path}:${line + 1}:${column + 1}`, reading.reason);
    }
    const { spoiled, next } = better;
    passedOver.push({ line: spoiled + 1, text: lines[spoiled] ?? '' });
    lines[spoiled] = '';
    reading = next;
  }
  return { data: reading ?? {}, ...(passedOver.length > 0 && { passedOver }) };
}

function readYaml(lines: readonly string[]): unknown {
  try {
    return yaml.load(lines.join('\n'), { schema: yaml.CORE_SCHEMA, json: true });
  } catch (error) {
    if (error instanceof yaml.YAMLException) return error;
    throw error;
  }
}

function unreadable(place: string, reason: string): ImportError {
  return new ImportError(
    `${place} cannot be read: ${reason}.\nFix the file and run the import again.`,
  );
}
