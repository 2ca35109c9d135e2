import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { readFrontMatter } from '../../content/parse/front-matter.ts';
import { readYaml } from '../../content/parse/yaml.ts';
import { memoizeByObject } from '../../model/page/memoize.ts';
import { isMap } from '../../schema/describe.ts';
import { isEmpty } from '../../schema/field.ts';
import type { OldSite } from './old-site.ts';

/** A value in an old file, with its file and key. */
export interface OldValue {
  value: unknown;
  /** As in `OldFile`. */
  file: string;
  /** The path of its key, joined by dots; empty for the whole file. */
  key: string;
}

/** Aliases of YAML can make a map hold itself. */
const MAX_DEPTH = 12;

/** Returns the value at a path of keys, ignoring their case as Hugo does; undefined if there is none. */
export function findValue(
  old: OldValue | undefined,
  ...keys: readonly string[]
): OldValue | undefined {
  return keys.reduce<OldValue | undefined>((at, key) => {
    if (!isMap(at?.value)) return undefined;
    const { value, file } = at;
    const names = Object.keys(value);
    const name = names.find((one) => one === key) ?? names.find((one) => isSameKey(one, key));
    if (name === undefined) return undefined;
    return { value: value[name], file, key: joinKey(at.key, name) };
  }, old);
}

/** Returns the first value at these paths that is not empty. Keys of a path are joined by dots. */
export function findFirstValue(
  old: OldValue | undefined,
  ...paths: readonly string[]
): OldValue | undefined {
  for (const path of paths) {
    const found = findValue(old, ...path.split('.'));
    if (found && !isEmpty(found.value)) return found;
  }
  return undefined;
}

/** Returns the items of a list. Any other value counts as a list of one. */
export function toItems(old: OldValue | undefined): OldValue[] {
  if (old === undefined || isEmpty(old.value)) return [];
  const { value, file, key } = old;
  if (!Array.isArray(value)) return [old];
  return value.map((item: unknown, i) => ({ value: item, file, key: joinKey(key, String(i)) }));
}

/** Returns the trimmed text of a value, or the digits of a number; undefined if it is empty or not a text. */
export function toText(old: OldValue | undefined): string | undefined {
  const value = old?.value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'string') return undefined;
  return value.trim() === '' ? undefined : value.trim();
}

/** Returns true or false, in any spelling; undefined for another value. */
export function toBoolean(old: OldValue | undefined): boolean | undefined {
  if (typeof old?.value === 'boolean') return old.value;
  const word = toText(old)?.toLowerCase() ?? '';
  if (['true', 'yes', 'on', '1'].includes(word)) return true;
  return ['false', 'no', 'off', '0'].includes(word) ? false : undefined;
}

/** Returns the values below a value that are neither maps nor lists of maps. */
export function listLeafValues(old: OldValue, depth = 0): OldValue[] {
  const { value, file, key } = old;
  const collection = (isMap(value) || (Array.isArray(value) && value.some(isCollection))) && value;
  if (!collection || depth > MAX_DEPTH || Object.keys(collection).length === 0) return [old];
  return Object.entries(collection).flatMap(([name, item]: [string, unknown]) =>
    listLeafValues({ value: item, file, key: joinKey(key, name) }, depth + 1),
  );
}

function isCollection(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function isSameKey(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Joins keys. An empty key is written as two quotes. */
function joinKey(key: string, name: string): string {
  const part = name === '' ? '""' : name;
  return key === '' ? part : `${key}.${part}`;
}

/** A file of the old site that has front matter. */
interface OldPage {
  /** The front matter. */
  data: OldValue;
  /** The unchanged text below the front matter. */
  body: string;
  /** Why the front matter cannot be read, as a sentence; `data` is then empty. */
  parseError?: string;
}

/** The pages that have been read. Several parts of an import read the same ones, and never change them. */
const getReadPages = memoizeByObject((_: OldSite) => new Map<string, OldPage>());

/** Reads a file with front matter, with unchanged keys. */
export function readOldPage(site: OldSite, file: string): OldPage {
  const pages = getReadPages(site);
  const page = pages.get(file) ?? parseOldPage(site, file);
  pages.set(file, page);
  return page;
}

function parseOldPage(site: OldSite, file: string): OldPage {
  const text = site.read(file);
  const read = readFrontMatter(
    /^\uFEFF?\s*(---|\+\+\+)/.test(text) ? text : `---\n---\n${text}`,
    [],
  );
  if (!('failure' in read)) return { data: { value: read.data, file, key: '' }, body: read.body };
  const { position, message } = read.failure;
  const parseError = `The front matter cannot be read (line ${position.line}: ${message}).`;
  return { data: { value: {}, file, key: '' }, body: '', parseError };
}

/** Reads a YAML or JSON file; undefined if it cannot be parsed. */
export function readOldData(site: OldSite, file: string): OldValue | undefined {
  const text = site.read(file).replace(/^\uFEFF/, '');
  if (!file.endsWith('.json')) {
    const read = readYaml(text);
    return 'failure' in read ? undefined : { value: read.data, file, key: '' };
  }
  try {
    const value: unknown = JSON.parse(text);
    return isMap(value) ? { value, file, key: '' } : undefined;
  } catch {
    return undefined;
  }
}

/** Returns whether the old site has a file. */
export function hasFile(site: OldSite, path: string): boolean {
  return site.files.some((file) => file.path === path);
}

/** Returns the visible part of a text, without HTML comments. */
export function toVisibleText(body: string): string {
  return body.replace(/<!--[\s\S]*?-->/g, '').trim();
}

/** Returns the text of HTML that the old theme printed: `Accomplish&shy;ments`, `<i></i> News`. */
export function stripHtml(html: string): string {
  return html
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(
      /&([a-z]\w*);/gi,
      (whole, name: string) => decodeNamedCharacterReference(name) || whole,
    )
    .replace(/\u00AD/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
