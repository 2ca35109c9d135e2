import yaml from 'js-yaml';
import { describe, isMap } from '../../schema/describe.ts';
import type { ParseFailure, ParsedKeys } from './key-positions.ts';
import { explainYaml } from './yaml-errors.ts';
import { watchYaml } from './yaml-tree.ts';

/** Only null and booleans are resolved: dates and numbers stay the text the author wrote. */
const SCHEMA = yaml.FAILSAFE_SCHEMA.extend({
  implicit: [
    new yaml.Type('tag:yaml.org,2002:null', {
      kind: 'scalar',
      resolve: (text: string | null) => text === null || /^(?:~|null|Null|NULL|)$/.test(text),
      construct: () => null,
    }),
    new yaml.Type('tag:yaml.org,2002:bool', {
      kind: 'scalar',
      resolve: (text: string | null) => text !== null && /^(?:true|false)$/i.test(text),
      construct: (text: string) => text.toLowerCase() === 'true',
    }),
  ],
});

/**
 * Reads a YAML document that is a map. A key written twice has its last value; numbers and dates
 * are text. Positions count from the first line of `text`. Never throws.
 */
export function readYaml(text: string): ParsedKeys | { failure: ParseFailure } {
  const watcher = watchYaml(text);
  try {
    const options = { schema: SCHEMA, json: true, listener: watcher.listener };
    const data = yaml.load(text, options) ?? {};
    if (isMap(data)) return { data, positions: watcher.positions() };
    const remedy = 'Write one key per line, for example title: "On Growth and Form".';
    const message = `the YAML is ${describe(data)}, not a map of keys and values`;
    return {
      failure: {
        position: { line: 1, column: 1 },
        code: 'front-matter/unreadable',
        message,
        remedy,
      },
    };
  } catch (error) {
    return { failure: explainYaml(error, text, watcher.unfinished()) };
  }
}
