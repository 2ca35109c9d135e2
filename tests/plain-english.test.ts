import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../scripts/project-node.mjs';
import { listSourceFiles, findUserTexts, type UserText } from './helpers/source/user-texts.ts';

/** Phrases that are not plain technical English, across line breaks too. */
const idiom =
  /passed[-\s]?over|left[-\s]?over|(kept|set)[-\s]?aside|\bmend(s|ed|ing)?\b|\bis\s+none\b|has\s+the\s+word|\bstands\s+(at|in|beside)\b/gi;

interface Hit {
  path: string;
  line: number;
  phrase: string;
}

/** Exceptions, one a line: `path: phrase – reason`. */
const allowed = read('tests/fixtures/plain-english-allowed.txt')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...['src', 'docs', 'content', 'tests'].flatMap((folder) => listFiles(folder, /\.(md|yaml)$/)),
];

describe('the search', () => {
  const messages = (code: string) => findInMessages('a.ts', findUserTexts('a.ts', code)).length;
  const template = (code: string) =>
    findInMessages('a.astro', findUserTexts('a.astro', code)).length;

  test.each([
    'The file is passed over.',
    'A left-over of the template.',
    'Pages were kept aside.',
    'Mend the front matter.',
    'The key is none\nof these.',
    'The CV has the word.',
    'The name stands in the margin.',
  ])('finds idiom in a document: %s', (text) => {
    expect(findInDocument('a.md', `# Title\n\n${text}\n`)).toHaveLength(1);
  });

  test('accepts plain words', () => {
    const text = 'Recommended amendments: the row is nonempty, and it stands for the mean.';
    expect(findInDocument('a.md', text)).toEqual([]);
  });

  test('gives the line of a phrase', () => {
    const [hit] = findInDocument('a.md', 'One\n\nThis is\nnone of them.');
    expect(hit).toEqual({ path: 'a.md', line: 3, phrase: 'is none' });
  });

  test('finds idiom in strings, templates and concatenations', () => {
    expect(messages("const text = 'The key is none of ours.';")).toBe(1);
    expect(messages('const text = `The key ${key} is none of ours.`;')).toBe(1);
    expect(messages("const text = 'The key is ' +\n  'none of ours.';")).toBe(1);
    expect(messages("const text = `${a ? 'It is mended.' : ''}`;")).toBe(1);
  });

  test('ignores comments, names, types, imports and words without a space', () => {
    expect(messages('// It is none.\n/** It stands in a row. */\nconst mend = 1;')).toBe(0);
    expect(messages("const leftOver: 'kept aside' = f();")).toBe(0);
    expect(messages("import { mend } from './kept aside.ts';\nexport * from './is none.ts';")).toBe(
      0,
    );
    expect(messages("const folder = 'kept-aside';")).toBe(0);
  });

  test('finds idiom in the text, attributes, expressions and scripts of a template', () => {
    expect(template('---\nconst a = 1;\n---\n<p>Mended</p>')).toBe(1);
    expect(template('<p>One <b>It stands in a row</b></p>')).toBe(1);
    expect(template('<p title="The page is none">One</p>')).toBe(1);
    expect(template("<p>{n > 1 ? 'Some are left over' : 'One'}</p>")).toBe(1);
    expect(template("---\nconst a = 'It is mended';\n---\n<p>One</p>")).toBe(1);
    expect(template("<p>One</p>\n<script>\n  const a = 'It is mended';\n</script>")).toBe(1);
  });

  test('ignores comments and styles of a template', () => {
    expect(template('<!-- It is none. -->\n<p>{/* It is none. */}One</p>')).toBe(0);
    expect(template('<p>One</p>\n<style>\n  /* It is none. */\n</style>')).toBe(0);
  });
});

test('the documents are in plain English', () => {
  expect(documents.length).toBeGreaterThan(50);
  expect(documents.flatMap((path) => findInDocument(path, read(path))).filter(isForbidden)).toEqual(
    [],
  );
});

test('the messages and the interface are in plain English', () => {
  const texts = listSourceFiles().map((path) => ({ path, texts: findUserTexts(path, read(path)) }));
  expect(texts.flatMap((file) => file.texts).length).toBeGreaterThan(2000);
  expect(
    texts.flatMap((file) => findInMessages(file.path, file.texts)).filter(isForbidden),
  ).toEqual([]);
});

test('every exception has a reason and is needed', () => {
  for (const line of allowed) {
    const [, path = '', phrase = ''] = /^(\S+): (.+?) – .+$/.exec(line) ?? [];
    expect(phrase, line).not.toBe('');
    const text = read(path);
    const hits =
      path.endsWith('.md') || path.endsWith('.yaml')
        ? findInDocument(path, text)
        : findInMessages(path, findUserTexts(path, text));
    expect(
      hits.map((hit) => hit.phrase),
      line,
    ).toContain(phrase);
  }
});

function findInDocument(path: string, text: string): Hit[] {
  return [...text.matchAll(idiom)].map(({ 0: phrase, index }) => ({
    path,
    line: text.slice(0, index).split('\n').length,
    phrase: normalise(phrase),
  }));
}

/** Searches messages: texts with a space, and single words if they are text of a template. */
function findInMessages(path: string, texts: readonly UserText[]): Hit[] {
  return texts
    .filter(({ text, isTemplateText }) => isTemplateText || text.includes(' '))
    .flatMap(({ line, text }) => findInDocument(path, text).map((hit) => ({ ...hit, line })));
}

function isForbidden({ path, phrase }: Hit): boolean {
  return !allowed.some((line) => line.startsWith(`${path}: ${phrase} – `));
}

function normalise(phrase: string): string {
  return phrase.toLowerCase().replaceAll(/\s+/g, ' ');
}

function listFiles(folder: string, name: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => name.test(path))
    .sort();
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
