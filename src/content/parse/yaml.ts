import {
  type Alias,
  Composer,
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  Parser,
  type ScalarTag,
  Schema,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { describe, isMap as isRecord, quote } from '../../schema/describe.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import { replaceSpecialBlanks } from './blank-characters.ts';
import {
  MAX_VALUES,
  type KeyPosition,
  type ParsedKeys,
  type ParseFailure,
  type Position,
  createPositionFinder,
} from './position.ts';
import { readSimpleYaml } from './simple-yaml.ts';
import { explainYaml, quoteYaml, type YamlError } from './yaml-errors.ts';
import { CONTROL_LEXEMES, lexYaml } from './yaml-lexer.ts';

/** Only null and booleans are resolved. Dates and numbers stay the text in the file. */
const TAGS: ScalarTag[] = [
  {
    tag: 'tag:yaml.org,2002:null',
    default: true,
    test: /^(?:~|null|Null|NULL)?$/,
    resolve: () => null,
  },
  {
    tag: 'tag:yaml.org,2002:bool',
    default: true,
    test: /^(?:true|false)$/i,
    resolve: (text) => text.toLowerCase() === 'true',
  },
];
const NUMBER_TAGS = ['int', 'intHex', 'intOct', 'float', 'floatExp', 'floatNaN'] as const;
const TEXT_SCHEMA = new Schema({ schema: 'failsafe', customTags: TAGS });
const NUMBER_SCHEMA = new Schema({ schema: 'failsafe', customTags: [...TAGS, ...NUMBER_TAGS] });

/** Positions are recorded to this depth of the data. */
const MAX_PATH = 8;
const MAX_DEPTH = 100;
/** The number of values that aliases may repeat. */
const MAX_ALIASED = 10_000;

// YAML 1.2.2, section 5.1.
const UNPRINTABLE = /[\0-\x08\v\f\x0E-\x1F\x7F-\x84\x86-\x9F\p{Cs}\uFFFE\uFFFF]/u;

/**
 * Parses a YAML document that is a map. Of duplicate keys the last one is used; numbers and dates
 * are text. Positions count from the first line of `text`. Never throws.
 */
export function readYaml(text: string): ParsedKeys | { failure: ParseFailure } {
  const result = readSimpleYaml(text) ?? readYamlValue(text);
  if ('failure' in result) return result;
  const { data } = result;
  if (isRecord(data)) return { ...result, data };
  return {
    failure: {
      position: { line: 1, column: 1 },
      code: 'front-matter/unreadable',
      message: `the YAML is ${describe(data)}, not a map of keys and values`,
      remedy: 'Write one key per line, for example title: "On Growth and Form".',
    },
  };
}

/**
 * Parses a YAML document of any value; an empty one is an empty map. Never throws.
 * @param options.numbers Whether numbers are numbers (YAML 1.2.2, section 10.3.2) and not text.
 */
export function readYamlValue(
  text: string,
  { numbers = false } = {},
): (Omit<ParsedKeys, 'data'> & { data: unknown }) | { failure: ParseFailure } {
  const clean = replaceSpecialBlanks(text);
  const { root, errors } = parseYaml(clean, numbers ? NUMBER_SCHEMA : TEXT_SCHEMA);
  const positions: KeyPosition[] = [];
  const findings: Finding[] = [];
  const findPosition = createPositionFinder(clean);
  const source = { text: clean, findPosition, positions, findings, errors };
  const state: Conversion = { ...source, anchors: new Map(), size: 0, aliased: 0 };
  const data = (errors.length === 0 ? convert(root, [], state) : null) ?? {};
  return errors.length > 0
    ? { failure: explainYaml(errors, clean) }
    : { data, positions, findings };
}

/** Returns the nodes of a text, or the errors in it. */
function parseYaml(text: string, schema: Schema): { root: ParsedNode | null; errors: YamlError[] } {
  const control = UNPRINTABLE.exec(text);
  if (control) {
    const reason = 'control character';
    return { root: null, errors: [{ code: 'CONTROL_CHARACTER', reason, offset: control.index }] };
  }
  const tokens: CST.Token[] = [];
  const tooMany = parseTokens(text, tokens);
  if (tooMany !== undefined) {
    const reason = 'there are too many keys and items';
    return { root: null, errors: [{ code: 'TOO_MANY_VALUES', reason, offset: tooMany }] };
  }
  const tooDeep = findDepth(tokens, MAX_DEPTH);
  if (tooDeep) {
    const reason = 'it is nested too deeply';
    return {
      root: null,
      errors: [{ code: 'RESOURCE_EXHAUSTION', reason, offset: tooDeep.offset }],
    };
  }
  const [doc, second] = new Composer({ schema, uniqueKeys: false, strict: false }).compose(
    tokens,
    true,
    text.length,
  );
  const warnings = doc!.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED');
  const errors = [...doc!.errors, ...warnings].map(({ code, message, pos }): YamlError => ({
    code,
    reason: message,
    offset: pos[0],
  }));
  if (second) {
    const reason = 'a second document starts here';
    errors.push({ code: 'MULTIPLE_DOCS', reason, offset: second.range[0] });
  }
  return { root: doc!.contents, errors };
}

/** Lexemes of which each key and item has one; brackets may be nested without any. */
const VALUE_MARKS: ReadonlySet<string> = new Set([':', '-', ',', '[', '{']);

/**
 * Adds the tokens of a text, of which the last one is the whole document. Returns the offset at which there are too many
 * keys and items.
 */
function parseTokens(text: string, tokens: CST.Token[]): number | undefined {
  const parser = new Parser();
  let [values, offset] = [0, 0];
  for (const lexeme of lexYaml(text)) {
    if (VALUE_MARKS.has(lexeme)) values += 1;
    if (values > MAX_VALUES) return offset;
    tokens.push(...parser.next(lexeme));
    if (!CONTROL_LEXEMES.has(lexeme)) offset += lexeme.length;
  }
  tokens.push(...parser.end());
  return undefined;
}

/**
 * Returns the first token at a depth of nesting. The library recurses until the stack is full, so that
 * its error would depend on the machine.
 */
function findDepth(tokens: readonly CST.Token[], depth: number): CST.Token | undefined {
  for (const token of tokens) {
    const found = findDescendant(token, depth);
    if (found) return found;
  }
  return undefined;
}

function findDescendant(token: CST.Token | null | undefined, depth: number): CST.Token | undefined {
  if (!token || depth === 0) return token ?? undefined;
  if (token.type === 'document') return findDescendant(token.value, depth - 1);
  if (!('items' in token)) return undefined;
  for (const { key, value } of token.items) {
    const found = findDescendant(key, depth - 1) ?? findDescendant(value, depth - 1);
    if (found) return found;
  }
  return undefined;
}

/** The state of the conversion of a document. */
interface Conversion {
  text: string;
  findings: Finding[];
  findPosition: (offset: number) => Position;
  positions: KeyPosition[];
  errors: YamlError[];
  /** The values of anchors, with the number of values in each. */
  anchors: Map<string, { value: unknown; size: number }>;
  /** The number of converted values. */
  size: number;
  /** The number of values that aliases have repeated. */
  aliased: number;
}

/** Converts a node to plain data, and records the positions of the keys and items inside it. */
function convert(node: ParsedNode | null, path: KeyPath, state: Conversion): unknown {
  state.size += 1;
  if (node === null) return null;
  if (isAlias(node)) return resolveAlias(node, state);
  const before = state.size;
  const value = isScalar(node) ? node.value : convertCollection(node, path, state);
  if (node.anchor !== undefined)
    state.anchors.set(node.anchor, { value, size: state.size - before + 1 });
  return value;
}

/** Returns the value of an alias, or records the reason why it has none. */
function resolveAlias(alias: Alias.Parsed, state: Conversion): unknown {
  const [offset] = alias.range;
  const anchor = state.anchors.get(alias.source);
  state.size += anchor?.size ?? 0;
  state.aliased += anchor?.size ?? 0;
  if (!anchor) {
    const reason = `there is no anchor &${alias.source}`;
    state.errors.push({ code: 'BAD_ALIAS', reason, offset });
  } else if (state.aliased > MAX_ALIASED) {
    const reason = 'aliases repeat too many values';
    state.errors.push({ code: 'RESOURCE_EXHAUSTION', reason, offset });
    return null;
  }
  return anchor?.value;
}

function convertCollection(
  node: YAMLMap.Parsed | YAMLSeq.Parsed,
  path: KeyPath,
  state: Conversion,
): unknown {
  if (isSeq(node)) {
    return node.items.map((item, index) => {
      const itemPath = [...path, index];
      recordPosition(itemPath, item, item, state);
      reportCutOff(itemPath, item, item, state);
      return convert(item, itemPath, state);
    });
  }
  const entries = node.items.map(({ key, value }): [string, unknown] => {
    const name = toKeyName(key, state);
    const keyPath = [...path, name];
    recordPosition(keyPath, key, value, state);
    reportCutOff(keyPath, key, value, state);
    return [name, convert(value, keyPath, state)];
  });
  return Object.fromEntries(entries);
}

/** Returns the text of a key: "[object Object]" for a map, which `isTemplate` recognises. */
function toKeyName(key: ParsedNode, state: Conversion): string {
  if (isSeq(key)) return key.items.map((item) => toKeyName(item as ParsedNode, state)).join();
  if (isScalar(key) && key.source === '' && key.type === 'PLAIN') {
    state.errors.push({ code: 'MISSING_CHAR', reason: 'a key is missing', offset: key.range[0] });
  }
  return String(isMap(key) ? {} : convert(key, [], state));
}

/** Records the position of a key or item, and that of its value on the same line. */
function recordPosition(
  path: KeyPath,
  key: ParsedNode,
  value: ParsedNode | null,
  { positions, findPosition }: Conversion,
): void {
  if (path.length > MAX_PATH) return;
  const start = findPosition(key.range[0]);
  const isEmpty = !value || value.range[0] === value.range[1];
  const valueStart = isEmpty ? undefined : findPosition(value.range[0]);
  positions.push({
    path,
    key: start,
    ...(valueStart?.line === start.line && { value: valueStart }),
  });
}

/** A comment that starts like a part of the text before it: `#3`, `#hashtag`. */
const CUT_OFF = /[ \t]+#(?=[^\s#])[^\r\n]*/y;

/** Reports a value that ends before `#`, which starts a comment after a space, if it looks like a part of the value. */
function reportCutOff(
  path: KeyPath,
  key: ParsedNode,
  value: ParsedNode | null,
  { text, findPosition, findings }: Conversion,
): void {
  const isEmpty = !value || value.range[0] === value.range[1];
  const isPlain = isScalar(value) && value.type === 'PLAIN' && typeof value.value === 'string';
  if (!isEmpty && !isPlain) return;
  CUT_OFF.lastIndex = isEmpty ? text.indexOf(':', key.range[1]) + 1 : value.range[1];
  const [comment] = CUT_OFF.exec(text) ?? [];
  if (comment === undefined) return;
  const name = path.findLast((part) => typeof part === 'string') ?? 'the value';
  const read = isScalar(value) && !isEmpty ? String(value.value) : '';
  findings.push({
    path,
    position: findPosition(CUT_OFF.lastIndex - comment.trimStart().length),
    code: 'front-matter/cut-off',
    message: `${name} is ${isEmpty ? 'empty' : `only ${quote(read)}`}, because # after a space starts a comment`,
    remedy: `Put the value in quotes: ${quoteYaml(`${read}${comment}`.trim())}. If it is a comment, write a space after #.`,
  });
}
