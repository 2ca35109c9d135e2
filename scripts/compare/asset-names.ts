import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { decodeText, unifyHashes, type Build } from './build.ts';

/** The name of a file below `_astro/` → the name that both builds get in the comparison. */
export type AssetNames = ReadonlyMap<string, string>;

/** References between files are at most this deep: a script, its chunks, their style sheets, fonts. */
const depth = 6;

/**
 * Names the files below `_astro/` of two builds alike, because their real names contain hashes and the
 * names of source files. Files with the same content get the same name. Two other files are versions of
 * one file if their names differ only in the hash and no further file has such a name.
 */
export function nameAssets(before: Build, after: Build): [AssetNames, AssetNames] {
  const [old, current] = [fingerprintAssets(before), fingerprintAssets(after)];
  const stems = new Map([...current, ...old].map(([name, hash]) => [hash, removeHash(name)]));
  const toNames = (own: Map<string, string>, other: Map<string, string>): AssetNames => {
    const unmatchedFiles = [findUnmatched(own, other), findUnmatched(other, own)];
    const isAlone = (stem: string) =>
      unmatchedFiles.every(
        (files) => files.filter((file) => removeHash(file) === stem).length === 1,
      );
    return new Map(
      [...own].map(([name, hash]) => {
        const isVersion = unmatchedFiles[0]!.includes(name) && isAlone(removeHash(name));
        return [name, isVersion ? removeHash(name) : `${hash}.${stems.get(hash) ?? ''}`];
      }),
    );
  };
  return [toNames(old, current), toNames(current, old)];
}

/** Replaces the names of files below `_astro/` in a text. */
export function renameAssets(text: string, names: AssetNames): string {
  return text.replaceAll(/[^\s"'`()<>,;:=?#&\\/]+\.\w+/g, (word) => {
    return names.get(word) ?? names.get(decode(word)) ?? word;
  });
}

export function isAsset(path: string): boolean {
  return path.split('/').includes('_astro');
}

/** Hashes each file below `_astro/`, with the files it refers to under their own hashes. */
function fingerprintAssets(build: Build): Map<string, string> {
  const files = [...build].filter(([path]) => isAsset(path));
  const contents = files.map(([path, bytes]) => {
    const text = decodeText(path, bytes);
    return [posix.basename(path), text === undefined ? bytes : unifyHashes(text)] as const;
  });
  let hashes = new Map(contents.map(([name]) => [name, posix.extname(name)]));
  for (let round = 0; round < depth; round++) {
    const previous = hashes;
    hashes = new Map(
      contents.map(([name, content]) => {
        const own = typeof content === 'string' ? renameAssets(content, previous) : content;
        return [name, createHash('sha256').update(own).digest('hex').slice(0, 8)];
      }),
    );
  }
  return hashes;
}

function findUnmatched(own: Map<string, string>, other: Map<string, string>): string[] {
  const otherHashes = new Set(other.values());
  return [...own].filter(([, hash]) => !otherHashes.has(hash)).map(([name]) => name);
}

/** Returns a name without its hash: `deck-show.js` for `deck-show.Bj4TKzGU.js`. */
function removeHash(name: string): string {
  const extension = posix.extname(name);
  return name.slice(0, -extension.length).replace(/(^|\.)[^.]*$/, '') + extension;
}

function decode(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}
