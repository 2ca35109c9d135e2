import { parse } from './bibtex-library.ts';
import type { BibValue } from './bibtex-strings.ts';

/** An entry with its values as TeX. */
export interface TexEntry {
  /** In lower case. */
  type: string;
  key: string;
  /** The offset of its `@`. */
  offset: number;
  /** By name, in the order of the file. */
  fields: Map<string, BibValue>;
}

/**
 * Adds the fields that entries inherit from those to which their `crossref` refers. The parser decides which fields
 * are inherited and under which names: it is given a number in place of each value.
 * @returns The entries that others inherit fields from.
 */
export function inheritFields(entries: readonly TexEntry[]): ReadonlySet<TexEntry> {
  const byKey = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]));
  const findParent = ({ fields }: TexEntry) =>
    byKey.get(fields.get('crossref')?.tex.trim().toLowerCase() ?? '');
  const related = new Set<TexEntry>();
  for (const entry of entries) {
    for (
      let parent = findParent(entry), child = entry;
      parent && !related.has(child);
      child = parent, parent = findParent(parent)
    ) {
      related.add(child);
      if (!findParent(parent)) related.add(parent);
    }
  }
  if (related.size === 0) return new Set();
  const list = [...related];
  const ids = new Map(list.map((entry, i) => [entry, `e${i}`]));
  const values: BibValue[] = [];
  const source = list.map((entry) => {
    const parent = findParent(entry);
    const parentId = parent && ids.get(parent);
    const fields = [...entry.fields].flatMap(([name, value]) =>
      name === 'crossref' || !/^[a-z][a-z\d_-]*$/.test(name)
        ? []
        : [`${name} = {v${values.push(value) - 1}}`],
    );
    const reference = parentId === undefined ? [] : [`crossref = {${parentId}}`];
    return `@${entry.type}{${ids.get(entry)}, ${[...reference, ...fields].join(', ')}}`;
  });
  const { entries: parsed } = parse(source.join('\n'), {
    sentenceCase: false,
    unsupported: toNothing,
  });
  const parents = new Set<TexEntry>();
  for (const { key, fields, crossref } of parsed) {
    const entry = list[Number(key.slice(1))];
    if (!entry) continue;
    if ((crossref?.donated.length ?? 0) > 0) parents.add(entry);
    for (const name of crossref?.inherited ?? []) {
      const index = /v(\d+)/.exec(JSON.stringify((fields as Record<string, unknown>)[name]))?.[1];
      const value = index === undefined ? undefined : values[Number(index)];
      if (value && !entry.fields.has(name)) entry.fields.set(name, value);
    }
  }
  return parents;
}

const toNothing = () => '';
