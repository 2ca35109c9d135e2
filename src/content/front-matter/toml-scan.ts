import type { KeyPath } from '../../schema/finding.ts';
import { pathText } from './key-positions.ts';
import { positionIn } from './position.ts';
import type { KeyPosition } from './key-positions.ts';

const STRING = /"""[^]*?"{3,5}|'''[^]*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/y;
const BLANK = /(?:\s|#[^\n]*)*/y;
const NAME = /\s*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w-]+)\s*(\.?)/y;
const BARE = /[^,\]}#\n]*/y;

/**
 * Finds the place of every key and list item in a document that is known to be valid TOML, and
 * the text of every value that is not in quotes.
 */
export function scanToml(text: string): { positions: KeyPosition[]; written: Map<string, string> } {
  const positions: KeyPosition[] = [];
  const written = new Map<string, string>();
  const tables = new Map<string, number>();
  const positionOf = positionIn(text);
  let at = 0;

  const take = (form: RegExp): string => {
    form.lastIndex = at;
    const found = form.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const takeKey = (): string[] => {
    const names: string[] = [];
    for (;;) {
      NAME.lastIndex = at;
      const match = NAME.exec(text);
      if (!match) return names;
      at += match[0].length;
      names.push(unquote(match[1] ?? ''));
      if (match[2] === '') return names;
    }
  };
  const takePair = (prefix: KeyPath): void => {
    const start = at;
    const path = [...prefix, ...takeKey()];
    if (text[at] === '=') at += 1;
    take(/[ \t]*/y);
    positions.push({ path, key: positionOf(start), value: positionOf(at) });
    takeValue(path);
  };
  const takeValue = (path: KeyPath): void => {
    if (text[at] === '[' || text[at] === '{') return takeItems(path, text[at] === '[' ? ']' : '}');
    if (take(STRING) === '') written.set(pathText(path), take(BARE).trim());
  };
  const takeItems = (path: KeyPath, end: string): void => {
    at += 1;
    for (let index = 0; at < text.length; index += 1) {
      take(BLANK);
      if (text[at] === end) break;
      const before = at;
      if (end === '}') takePair(path);
      else {
        const start = positionOf(at);
        positions.push({ path: [...path, index], key: start, value: start });
        takeValue([...path, index]);
      }
      take(BLANK);
      if (text[at] === ',') at += 1;
      if (at === before) break;
    }
    at += 1;
  };

  let prefix: KeyPath = [];
  while (at < text.length) {
    take(BLANK);
    const before = at;
    if (text[at] === '[') {
      const list = text[at + 1] === '[';
      at += list ? 2 : 1;
      const names = takeKey();
      const name = pathText(names);
      if (list) tables.set(name, (tables.get(name) ?? -1) + 1);
      prefix = withNumbers(names, tables);
      positions.push({ path: prefix, key: positionOf(before) });
      if (tables.get(name) === 0) positions.push({ path: names, key: positionOf(before) });
      take(/[^\n]*/y);
    } else if (at < text.length) takePair(prefix);
    if (at === before) at += 1;
  }
  return { positions, written };
}

/** The path of a table below lists of tables: each list's latest item is meant. */
function withNumbers(names: string[], tables: Map<string, number>): KeyPath {
  return names.flatMap((name, index) => {
    const count = tables.get(pathText(names.slice(0, index + 1)));
    return count === undefined ? [name] : [name, count];
  });
}

function unquote(name: string): string {
  if (name.startsWith("'")) return name.slice(1, -1);
  if (!name.startsWith('"')) return name;
  try {
    return String(JSON.parse(name));
  } catch {
    return name.slice(1, -1);
  }
}
