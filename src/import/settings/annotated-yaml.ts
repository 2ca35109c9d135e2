import { isMap as isMapNode, isNode, isScalar, isSeq } from 'yaml';
import type { z } from 'zod';
import { checkSchema } from '../../content/parse/check-schema.ts';
import { formatYaml, printYaml, toYamlDocument } from '../../content/parse/format-yaml.ts';
import { isMap } from '../../schema/describe.ts';
import type { KeyPath } from '../../schema/finding.ts';
import type { OldValue } from '../old-site/old-values.ts';
import type { KeyUsage as Ledger } from './key-usage.ts';

/** A key of a file that is written, its value, and where that came from. */
export interface Line {
  key: string;
  value: unknown;
  from: readonly OldValue[];
  /** What the comment says in place of where it came from. */
  note?: string;
}

/** A key that holds a list. */
export interface ListLine {
  key: string;
  items: Item[];
  note?: string;
}

export interface Item {
  value: unknown;
  /** By the keys of the value, or one for the whole of it under `''`. */
  from: Readonly<Record<string, OldValue | undefined>>;
  note?: string;
}

/**
 * The text of a YAML file that passes its schema: what does not is removed, and the reason is
 * recorded for its source. Comments name the source of every value.
 * @param file As an outcome names it: `site.yaml`.
 */
export function writeYaml(
  file: string,
  head: readonly string[],
  lines: readonly (Line | ListLine)[],
  schema: z.ZodType,
  ledger: Ledger,
): string {
  const kept = fit(lines, schema, ledger);
  for (const line of kept) {
    const to = `${file}: ${line.key}`;
    for (const source of sourcesOf(line)) ledger.markUsed(source, to);
  }
  return printWithNotes(head, kept);
}

/** Removes values that the schema rejects, one after another, until it accepts the rest. */
function fit(lines: readonly (Line | ListLine)[], schema: z.ZodType, ledger: Ledger) {
  let kept = lines.filter((line) => !('items' in line) || line.items.length > 0);
  for (;;) {
    const data = dataOf(kept);
    const [finding] = checkSchema(schema, data).findings;
    if (!finding) return kept;
    const reason = `Lectern rejects this value: ${finding.message}.`;
    const next = kept.flatMap((line) => {
      if (line.key !== finding.path[0]) return [line];
      return takeOut(line, finding.path.slice(1), (old) => ledger.markUnused(old, reason));
    });
    // An error about a missing value is left to the author.
    if (next.length === kept.length && next.every((line, i) => line === kept[i])) return kept;
    kept = next;
  }
}

function takeOut(
  line: Line | ListLine,
  [index, key]: KeyPath,
  leave: (old: OldValue | undefined) => void,
): (Line | ListLine)[] {
  const item = 'items' in line && typeof index === 'number' ? line.items[index] : undefined;
  if (!('items' in line) || !item) {
    sourcesOf(line).forEach(leave);
    return [];
  }
  const rest = isMap(item.value) && key !== undefined && key in item.value ? { ...item.value } : {};
  if (key !== undefined) {
    leave(item.from[key]);
    delete rest[key];
  }
  const isGone = Object.keys(rest).length === 0;
  if (isGone) Object.values(item.from).forEach(leave);
  const from = { ...item.from, ...(key !== undefined && { [key]: undefined }) };
  const items = line.items.flatMap((one) =>
    one !== item ? [one] : isGone ? [] : [{ ...item, value: rest, from }],
  );
  return items.length === 0 ? [] : [{ ...line, items }];
}

function sourcesOf(line: Line | ListLine): OldValue[] {
  if (!('items' in line)) return [...line.from];
  return line.items.flatMap(({ from }) => Object.values(from).filter((one) => one !== undefined));
}

function dataOf(lines: readonly (Line | ListLine)[]): Record<string, unknown> {
  return Object.fromEntries(
    lines.map((line) => [
      line.key,
      'items' in line ? line.items.map(({ value }) => value) : line.value,
    ]),
  );
}

/** Prints the lines with a comment above each key and list item, and a blank line between keys. */
function printWithNotes(head: readonly string[], lines: readonly (Line | ListLine)[]): string {
  const document = toYamlDocument(dataOf(lines));
  const pairs = isMapNode(document.contents) ? document.contents.items : [];
  pairs.forEach(({ key, value }, at) => {
    const line = lines[at];
    if (!line || !isScalar(key)) return;
    key.spaceBefore = true;
    key.commentBefore = toComment(
      'items' in line ? line.note : (line.note ?? fromWhere(line.from)),
    );
    if (!('items' in line) || !isSeq(value)) return;
    value.items.forEach((item, index) => {
      if (isNode(item)) item.commentBefore = toComment(line.items[index]?.note);
    });
  });
  const start = head.map((one) => `# ${one}\n`).join('');
  return lines.length > 0 ? start + printYaml(document) : start;
}

function toComment(note: string | undefined): string | null {
  return note?.replace(/[\0-\x09\v-\x1F\x7F]/g, ' ') ?? null;
}

/** `from params.yaml: description, twitter`; nothing for what came from nowhere. */
export function fromWhere(sources: readonly (OldValue | undefined)[]): string | undefined {
  const files = Map.groupBy(
    sources.filter((one) => one !== undefined),
    ({ file }) => file,
  );
  const places = [...files].map(([file, found]) => {
    const keys = found.map(({ key }) => key).filter((key) => key !== '');
    return `${nameOf(file)}${keys.length > 0 ? `: ${[...new Set(keys)].join(', ')}` : ''}`;
  });
  return places.length > 0 ? `from ${places.join('; ')}` : undefined;
}

function nameOf(file: string): string {
  return file.replace(/^config\/_default\//, '');
}

/** A file of Markdown with front matter, and a comment in that of where it came from. */
export function markdownFile(
  data: Record<string, unknown>,
  note: string | undefined,
  body: string,
): string {
  const front = Object.keys(data).length > 0 ? formatYaml(data) : '';
  const comment = note?.split('\n').map((line) => `# ${line}\n`) ?? [];
  return `---\n${comment.join('')}${front}---\n\n${body.replace(/^(?:[ \t]*\r?\n)+/, '')}`;
}
