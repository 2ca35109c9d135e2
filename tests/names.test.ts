import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../scripts/project-node.mjs';
import { findDeclaredNames } from './helpers/source/declared-names.ts';
import { listSourceFiles } from './helpers/source/user-texts.ts';

/** Words that the project does not use in names, and the term that it uses. */
const replaced: [words: RegExp, term: string][] = [
  [/\b(pass|passes|passed) over\b/, 'skip'],
  [/\bleft ?overs?\b/, 'placeholder, or theme default'],
  [/\b(tie|ties|tied)\b/, 'related page'],
  [/\bmention(s|ed|ing|able)?\b/, 'reference'],
  [/\bknown as\b/, 'identifiers'],
  [/\bcalled$/, 'find…'],
  [/\bfinder in\b/, 'create…Finder'],
  [/\btroubles?\b/, 'error'],
  [/\bmend(s|ed|ing)?\b/, 'repair, or fix'],
  [/\bguarded\b/, 'catch…'],
  [/\blean\b/, 'pruned, or simplified'],
  [/\b(kept|keep) notes?\b/, 'cache'],
  [/\bnotes folder\b/, 'cache folder'],
  [/\bpictures?\b/, 'image'],
  [/\bjudge(s|d)?\b/, 'detect, or explain'],
  [/\bfates?\b/, 'outcome'],
  [/\b(kept|set|put) aside\b/, 'quarantined'],
  [/\b(ledger|receipt)s?\b/, 'key usage, or report'],
  [/\bmake way\b/, 'rename conflicts'],
  [/\bcarry out\b/, 'run'],
  [/\bhabits?\b/, 'z times'],
  [/\b(tell|tells|told)\b/, 'publish, or report'],
  [/\bworks with\b/, 'items by person'],
  [/^once$/, 'memoize'],
  [/\boccasions?\b/, 'delivery'],
  [/\bprogrammes?\b/, 'schedule'],
  [/\bnarrow\b/, 'filter'],
  [/\bpage facts\b/, 'page summary'],
  [/\bwritten\b/, 'raw'],
  [/\bslide grounds?\b/, 'slide background'],
  [/\bcompla(in|int|ints)\b/, 'issue'],
  [/\b(is|are) (not|no|none)\b/, 'a positive predicate'],
  [/\b(rooms?|house|lanes?)\b/, 'layer, project, or group'],
  [/\bstands?\b/, 'is'],
];

describe('the search', () => {
  test.each([
    ['const passedOver = 1;', 'passedOver'],
    ['function leftOvers() {}', 'leftOvers'],
    ['interface PassOver {}', 'PassOver'],
    ['type SlideGround = string;', 'SlideGround'],
    ['interface A { knownAs: string }', 'knownAs'],
    ['interface A { setAside(): void }', 'setAside'],
    ['const f = (writtenText: string) => writtenText;', 'writtenText'],
    ['const { text: { a: tiedPages = [] } } = b;', 'tiedPages'],
    ['const [, ...pictures] = b;', 'pictures'],
    ['for (const isNotATalk of b) {}', 'isNotATalk'],
  ])('finds the name in %s', (code, name) => {
    expect(findHits('a.ts', code)).toEqual([expect.stringContaining(`a.ts:1: ${name}`)]);
  });

  test('finds names in the script of a component', () => {
    expect(findHits('A.astro', '---\nconst mended = 1;\n---\n<p>{mended}</p>')).toHaveLength(1);
  });

  test('accepts other names, texts and names of other code', () => {
    const code = "import { mend } from 'a';\nconst entities = { once: 'passed over' }; b.mend();";
    expect(findHits('a.ts', code)).toEqual([]);
  });
});

test('names use the terms of the field', () => {
  const files = ['src', 'scripts', 'tests'].flatMap((folder) => listSourceFiles(folder));
  expect(files.length).toBeGreaterThan(400);
  expect(files.flatMap((path) => findHits(path, readFileSync(join(root, path), 'utf8')))).toEqual(
    [],
  );
});

/** Returns the names of a file that use a replaced word, and its own name if it does. */
function findHits(path: string, code: string): string[] {
  const file = { line: 1, name: basename(path).replace(/\..*$/, '') };
  return [file, ...findDeclaredNames(path, code)].flatMap(({ line, name }) => {
    const words = toWords(name);
    const match = replaced.find(([pattern]) => pattern.test(words));
    return match ? [`${path}:${line}: ${name} (use ${match[1]})`] : [];
  });
}

/** `toHTMLText` and `to-html-text` → `to html text`. */
function toWords(name: string): string {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replaceAll(/[-_.]+/g, ' ')
    .toLowerCase();
}
