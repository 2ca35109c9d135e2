import { posix } from 'node:path';
import { isAsset, nameAssets, renameAssets, type AssetNames } from './asset-names.ts';
import {
  decodeText,
  isSearchIndex,
  readSearchRecords,
  toLines,
  unifyHashes,
  type Build,
} from './build.ts';
import { compareHtml } from './compare-html.ts';
import { compareText, type Change } from './compare-text.ts';

export const groups = ['only before', 'only after', 'pages', 'texts', 'search', 'bytes'] as const;

export interface Difference extends Change {
  group: (typeof groups)[number];
  /** The path of the file, or the URL of the search record. */
  file: string;
}

/** Text, or the bytes of a file that is not text. */
type Content = string | Buffer;

/** Returns all differences between two built sites except those that {@link unifyHashes} removes. */
export function compareBuilds(before: Build, after: Build): Difference[] {
  const [oldNames, names] = nameAssets(before, after);
  return [
    ...compareAll(normalise(before, oldNames), normalise(after, names), compareFile),
    ...compareAll(readSearchRecords(before), readSearchRecords(after), (file, a, b) =>
      compareText(String(a), String(b)).map((change) => ({ group: 'search', file, ...change })),
    ),
  ];
}

function compareAll(
  before: ReadonlyMap<string, Content>,
  after: ReadonlyMap<string, Content>,
  compare: (file: string, before: Content, after: Content) => Difference[],
): Difference[] {
  const files = [...new Set([...before.keys(), ...after.keys()])].sort();
  return files.flatMap((file): Difference[] => {
    const [a, b] = [before.get(file), after.get(file)];
    if (a === undefined) return [wholeFile('only after', file)];
    if (b === undefined) return [wholeFile('only before', file)];
    return compare(file, a, b);
  });
}

function compareFile(file: string, before: Content, after: Content): Difference[] {
  if (typeof before !== 'string' || typeof after !== 'string') {
    return Buffer.from(before).equals(Buffer.from(after)) ? [] : [wholeFile('bytes', file)];
  }
  if (before === after) return [];
  if (file.endsWith('.html')) {
    return compareHtml(before, after).map((change) => ({ group: 'pages', file, ...change }));
  }
  const changes = compareText(toLines(file, before), toLines(file, after));
  // Without changes, the texts differ only in the line breaks that `toLines` changes.
  const all = changes.length > 0 ? changes : compareText(before, after);
  return all.map((change) => ({ group: 'texts', file, ...change }));
}

function wholeFile(group: Difference['group'], file: string): Difference {
  return { group, file, label: file, place: '', before: '', after: '' };
}

/** Prepares the files of a build for the comparison: renames assets, removes hashes and the search index. */
function normalise(build: Build, names: AssetNames): Map<string, Content> {
  const files = [...build].filter(([path]) => !isSearchIndex(path));
  return new Map(
    files.map(([path, bytes]) => {
      const base = posix.basename(path);
      const renamed = isAsset(path)
        ? posix.join(posix.dirname(path), names.get(base) ?? base)
        : path;
      const text = decodeText(path, bytes);
      return [renamed, text === undefined ? bytes : renameAssets(unifyHashes(text), names)];
    }),
  );
}
