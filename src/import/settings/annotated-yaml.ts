import { isMap as isMapNode, isNode, isScalar, isSeq } from 'yaml';
import type { z } from 'zod';
import { checkSchema } from '../../content/parse/check-schema.ts';
import { formatYaml, printYaml, toYamlDocument } from '../../content/parse/format-yaml.ts';
import { isMap } from '../../schema/describe.ts';
import type { KeyPath } from '../../schema/finding.ts';
import type { OldValue } from '../old-site/old-values.ts';
import type { KeyUsage } from './key-usage.ts';

/** A key of a new YAML file, its value, and the old values that it comes from. */
export interface YamlEntry {
  key: string;
  value: unknown;
  from: readonly OldValue[];
  /** The comment above the key. Default: the sources of the value. */
  note?: string;
}

/** A key that holds a list. */
export interface YamlList {
  key: string;
  items: YamlItem[];
  note?: string;
}

/** An item of a list. */
export interface YamlItem {
  value: unknown;
  /** The source of each key of the value; under `''`, the source of the whole value. */
  from: Readonly<Record<string, OldValue | undefined>>;
  note?: string;
}

/**
 * Returns the text of a YAML file, with comments that name the source of each value. Removes values
 * that the schema rejects, and records the reason for their sources.
 * @param file The name of the file in outcomes: `site.yaml`.
 */
export function formatAnnotatedYaml(
  file: string,
  header: readonly string[],
  lines: readonly (YamlEntry | YamlList)[],
  schema: z.ZodType,
  usage: KeyUsage,
): string {
  const valid = removeInvalidValues(lines, schema, usage);
  for (const line of valid) {
    const to = `${file}: ${line.key}`;
    for (const source of listSources(line)) usage.markUsed(source, to);
  }
  return formatWithNotes(header, valid);
}

/** Removes values that the schema rejects, one after another, until it accepts the rest. */
function removeInvalidValues(
  lines: readonly (YamlEntry | YamlList)[],
  schema: z.ZodType,
  usage: KeyUsage,
) {
  let valid = lines.filter((line) => !('items' in line) || line.items.length > 0);
  for (;;) {
    const data = toData(valid);
    const [finding] = checkSchema(schema, data).findings;
    if (!finding) return valid;
    const reason = `Lectern rejects this value: ${finding.message}.`;
    const next = valid.flatMap((line) => {
      if (line.key !== finding.path[0]) return [line];
      return removeValue(line, finding.path.slice(1), (old) => usage.markUnused(old, reason));
    });
    // An error about a missing value is left to the author.
    if (next.length === valid.length && next.every((line, i) => line === valid[i])) return valid;
    valid = next;
  }
}

function removeValue(
  line: YamlEntry | YamlList,
  [index, key]: KeyPath,
  onRemoved: (old: OldValue | undefined) => void,
): (YamlEntry | YamlList)[] {
  const item = 'items' in line && typeof index === 'number' ? line.items[index] : undefined;
  if (!('items' in line) || !item) {
    listSources(line).forEach(onRemoved);
    return [];
  }
  const rest =
    isMap(item.value) && key !== undefined && Object.hasOwn(item.value, key)
      ? { ...item.value }
      : {};
  if (key !== undefined) {
    onRemoved(item.from[key]);
    delete rest[key];
  }
  const isEmptied = Object.keys(rest).length === 0;
  if (isEmptied) Object.values(item.from).forEach(onRemoved);
  const from = { ...item.from, ...(key !== undefined && { [key]: undefined }) };
  const items = line.items.flatMap((one) =>
    one !== item ? [one] : isEmptied ? [] : [{ ...item, value: rest, from }],
  );
  return items.length === 0 ? [] : [{ ...line, items }];
}

function listSources(line: YamlEntry | YamlList): OldValue[] {
  if (!('items' in line)) return [...line.from];
  return line.items.flatMap(({ from }) => Object.values(from).filter((one) => one !== undefined));
}

function toData(lines: readonly (YamlEntry | YamlList)[]): Record<string, unknown> {
  return Object.fromEntries(
    lines.map((line) => [
      line.key,
      'items' in line ? line.items.map(({ value }) => value) : line.value,
    ]),
  );
}

/** Prints the lines with a comment above each key and list item, and a blank line between keys. */
function formatWithNotes(
  header: readonly string[],
  lines: readonly (YamlEntry | YamlList)[],
): string {
  const document = toYamlDocument(toData(lines));
  const pairs = isMapNode(document.contents) ? document.contents.items : [];
  pairs.forEach(({ key, value }, entryIndex) => {
    const line = lines[entryIndex];
    if (!line || !isScalar(key)) return;
    key.spaceBefore = true;
    key.commentBefore = toComment(
      'items' in line ? line.note : (line.note ?? formatSources(line.from)),
    );
    if (!('items' in line) || !isSeq(value)) return;
    value.items.forEach((item, index) => {
      if (isNode(item)) item.commentBefore = toComment(line.items[index]?.note);
    });
  });
  const headerText = header.map((one) => `# ${one}\n`).join('');
  return lines.length > 0 ? headerText + printYaml(document) : headerText;
}

function toComment(note: string | undefined): string | null {
  return note?.replace(/[\0-\x09\v-\x1F\x7F]/g, ' ') ?? null;
}

/** Formats the sources of a value: `from params.yaml: description, twitter`; undefined without sources. */
export function formatSources(sources: readonly (OldValue | undefined)[]): string | undefined {
  const files = Map.groupBy(
    sources.filter((one) => one !== undefined),
    ({ file }) => file,
  );
  const places = [...files].map(([file, found]) => {
    const keys = found.map(({ key }) => key).filter((key) => key !== '');
    return `${shortenPath(file)}${keys.length > 0 ? `: ${[...new Set(keys)].join(', ')}` : ''}`;
  });
  return places.length > 0 ? `from ${places.join('; ')}` : undefined;
}

function shortenPath(file: string): string {
  return file.replace(/^config\/_default\//, '');
}

/** Returns the text of a Markdown file, with a comment about its sources in the front matter. */
export function formatMarkdownFile(
  data: Record<string, unknown>,
  note: string | undefined,
  body: string,
): string {
  const frontMatter = Object.keys(data).length > 0 ? formatYaml(data) : '';
  const comment = note?.split('\n').map((line) => `# ${line}\n`) ?? [];
  return `---\n${comment.join('')}${frontMatter}---\n\n${body.replace(/^(?:[ \t]*\r?\n)+/, '')}`;
}
