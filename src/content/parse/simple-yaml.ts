import type { KeyPath } from '../../schema/finding.ts';
import type { KeyPosition, ParsedKeys } from './position.ts';

/** Characters that mean the same everywhere in YAML: no tab, no special blank, no control character, no byte order mark. */
const ordinaryText = /^[\n\x20-\x7E\xA1-\xAC\xAE-\u02FF\u0370-\u05FF\u2010-\u2027\u3041-\uD7A3]*$/;
/** Indentation, the hyphen of an item with the blanks after it, and a key with its colon and the blanks after it. */
const structure = /^( *)(- +)?(?:([A-Za-z_][\w-]*):(?: +|$))?/;
/** A key that is not the text in the file. */
const otherKey = /^(?:true|false|null)$/i;
/** The start of a value that needs the whole grammar: a quotation mark, a bracket, an anchor, a tag, a block. */
const specialStart = /^[-?:,[\]{}#&*!|>'"%@`]/;
/** Where a plain value ends before the end of the line, or becomes a key. */
const plainEnd = /: |:$| #/;
const singleQuoted = /^'((?:[^']|'')*)'$/;
const doubleQuoted = /^"([^"\\]*)"$/;
const blockHeader = /^\|-?$/;
/** Deeper values, and longer texts, are left to the parser that knows all limits. */
const maxDepth = 6;
const maxLines = 2000;

/** Is thrown for a text that is not simple. */
const notSimple = Symbol('not simple');

/**
 * Reads YAML of the simple kind that most front matter is, in a tenth of the time: a map of plain and quoted texts of one
 * line, of literal blocks (`|`), of lists and of maps. Returns what `readYaml` returns; undefined for a text with
 * anything else, also with any mistake, which `readYaml` then parses.
 */
export function readSimpleYaml(text: string): ParsedKeys | undefined {
  if (!text.endsWith('\n') || !ordinaryText.test(text)) return undefined;
  const lines = text.slice(0, -1).split('\n');
  if (lines.length > maxLines) return undefined;
  try {
    const reader = new SimpleReader(lines);
    return { data: reader.readDocument(), positions: reader.positions, findings: [] };
  } catch (error) {
    if (error === notSimple) return undefined;
    throw error;
  }
}

/** A line with content: where its parts start, counted from 0. */
interface Line {
  indent: number;
  /** Where the content of a list item starts. */
  item?: number;
  key?: string;
  /** Where the value starts: after the hyphen and the key. */
  start: number;
  text: string;
}

class SimpleReader {
  readonly positions: KeyPosition[] = [];
  readonly #lines: readonly string[];
  #index = 0;
  #next: Line | undefined;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#findLine();
  }

  readDocument(): Record<string, unknown> {
    if (this.#next?.indent !== 0 || this.#next.item !== undefined) throw notSimple;
    const data = this.#readMap(0, []);
    if (this.#next) throw notSimple;
    return data;
  }

  /** Finds the next line with content from the current one on. */
  #findLine(): void {
    this.#next = undefined;
    for (; this.#index < this.#lines.length; this.#index += 1) {
      const text = this.#lines[this.#index]!;
      if (text === '' || /^ *#/.test(text)) continue;
      const [whole, { length: indent }, hyphen, key] = structure.exec(text) as unknown as [
        string,
        string,
        string?,
        string?,
      ];
      if (key !== undefined && otherKey.test(key)) throw notSimple;
      this.#next = {
        ...{ indent, text, start: whole.length },
        ...(hyphen !== undefined && { item: indent + hyphen.length }),
        ...(key !== undefined && { key }),
      };
      return;
    }
  }

  #moveOn(): void {
    this.#index += 1;
    this.#findLine();
  }

  /** Reads the keys at a column. The first one may be on the line of a list item. */
  #readMap(column: number, path: KeyPath): Record<string, unknown> {
    if (path.length >= maxDepth) throw notSimple;
    const entries: [string, unknown][] = [];
    for (let line = this.#next; line; line = this.#next) {
      const isFirst = entries.length === 0;
      if (!isFirst && (line.indent < column || line.item !== undefined)) break;
      const keyColumn = (isFirst ? line.item : undefined) ?? line.indent;
      if (line.key === undefined || keyColumn !== column) throw notSimple;
      entries.push([line.key, this.#readKey(line, column, [...path, line.key])]);
    }
    return Object.fromEntries(entries);
  }

  #readKey(line: Line, column: number, path: KeyPath): unknown {
    const value = line.text.slice(line.start).trimEnd();
    this.#record(path, column, value === '' ? undefined : line.start);
    if (blockHeader.test(value)) return this.#readBlock(column, value);
    if (value !== '') return this.#readScalar(value, column);
    this.#moveOn();
    const next = this.#next;
    if (!next) return null;
    if (next.item !== undefined && next.indent >= column) return this.#readList(next.indent, path);
    return next.indent > column ? this.#readMap(next.indent, path) : null;
  }

  #readList(indent: number, path: KeyPath): unknown[] {
    const items: unknown[] = [];
    while (this.#next?.item !== undefined && this.#next.indent === indent) {
      const { item: column, key, text } = this.#next;
      const itemPath = [...path, items.length];
      this.#record(itemPath, column, column);
      items.push(
        key === undefined
          ? this.#readScalar(text.slice(column).trimEnd(), indent)
          : this.#readMap(column, itemPath),
      );
    }
    if (this.#next && this.#next.indent > indent) throw notSimple;
    return items;
  }

  /** Reads a value of one line. @param indent That of the key or hyphen: the next line may not continue the value. */
  #readScalar(text: string, indent: number): unknown {
    const value = toValue(text);
    this.#moveOn();
    if (this.#next && this.#next.indent > indent) throw notSimple;
    return value;
  }

  /** Reads a literal block. @param indent The column of its key. */
  #readBlock(indent: number, header: string): string {
    const content: string[] = [];
    let width: number | undefined;
    for (this.#index += 1; this.#index < this.#lines.length; this.#index += 1) {
      const line = this.#lines[this.#index]!;
      const lineIndent = line.search(/[^ ]/);
      if (lineIndent === -1) {
        // Blanks on an empty line may belong to the value.
        if (line !== '' || width === undefined) throw notSimple;
        content.push('');
        continue;
      }
      width ??= lineIndent;
      if (width <= indent) throw notSimple;
      if (lineIndent < width) {
        if (line[lineIndent] === '#') throw notSimple;
        break;
      }
      content.push(line.slice(width));
    }
    if (width === undefined) throw notSimple;
    this.#findLine();
    if (this.#next && this.#next.indent > indent) throw notSimple;
    const value = content.join('\n').replace(/\n+$/, '');
    return header === '|' ? `${value}\n` : value;
  }

  #record(path: KeyPath, key: number, value: number | undefined): void {
    const line = this.#index + 1;
    this.positions.push({
      path,
      key: { line, column: key + 1 },
      ...(value !== undefined && { value: { line, column: value + 1 } }),
    });
  }
}

/** Returns the value of a text on one line. */
function toValue(text: string): unknown {
  const single = singleQuoted.exec(text)?.[1];
  if (single !== undefined) return single.replaceAll("''", "'");
  const double = doubleQuoted.exec(text)?.[1];
  if (double !== undefined) return double;
  if (text === '[]') return [];
  if (text === '{}') return {};
  if (text === '' || specialStart.test(text) || plainEnd.test(text)) throw notSimple;
  if (/^(?:~|null|Null|NULL)$/.test(text)) return null;
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return text;
}
