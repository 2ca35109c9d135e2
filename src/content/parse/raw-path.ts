import { isMap } from '../../schema/describe.ts';
import { isEmpty } from '../../schema/field.ts';
import type { KeyPath } from '../../schema/finding.ts';
import { findOwn } from '../../schema/own-value.ts';
import type { FrontMatter } from './front-matter.ts';

/**
 * Converts a path in parsed data to a path in the file. Lists in parsed data lack the items that are empty or left out.
 * @param data The data as in the file, with null for an item that is left out.
 */
export function toRawPath(data: unknown, path: KeyPath): KeyPath {
  let value = data;
  return path.map((part) => {
    const rawPart =
      typeof part === 'number' && Array.isArray(value) ? toRawIndex(value, part) : part;
    if (Array.isArray(value)) value = value[Number(rawPart)];
    else if (isMap(value) && part !== 0) value = findOwn(value, String(part));
    return rawPart;
  });
}

function toRawIndex(items: readonly unknown[], index: number): number {
  const kept = items.flatMap((item, i) => (isEmptyItem(item) ? [] : i));
  return kept[index] ?? index;
}

function isEmptyItem(item: unknown): boolean {
  return isEmpty(item) || (isMap(item) && Object.values(item).every(isEmpty));
}

/** Returns front matter that locates the paths of parsed data. @param data As for `toRawPath`. */
export function locateParsed(frontMatter: FrontMatter, data: unknown): FrontMatter {
  return {
    ...frontMatter,
    locate: (path, part) => frontMatter.locate(toRawPath(data, path), part),
  };
}
