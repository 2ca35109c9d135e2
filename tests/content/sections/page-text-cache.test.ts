import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addDigest, readIntact } from '../../../src/content/assets/intact-bytes.ts';
import { listSection } from '../../../src/content/sections/read-pages.ts';
import { openPageTextCache } from '../../../src/content/sections/page-text-cache.ts';
import { parsePageText, type PageText } from '../../../src/content/sections/page-text.ts';
import { sections } from '../../../src/content/sections/sections.ts';
import { talkSection } from '../../../src/content/sections/talk-section.ts';
import { resolveSiteFolder } from '../../../src/content/assets/site-folder.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { sampleFolder } from '../../helpers/build/sample-folder.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

const text = talkFile(
  { title: 'Old title', date: '2021-09-22', duration: 'x', nothing: 1 },
  'Body\r\n\n$x$',
);
const pageFile = (stem: string) => ({ path: `/site/content/talks/${stem}.md`, stem });
const newFile = () => join(createAuthorFolder().root, 'new', 'talks.front-matter');

/** Parses a text under several names with a cache, and saves it. */
function parseTexts(file: string, count: number, source = text): void {
  const cache = openPageTextCache(file);
  for (let i = 0; i < count; i += 1) cache.parse(talkSection, pageFile(`t${i}`), source);
  cache.save();
}

/** Returns a parsed text with the positions of all its keys. */
function withPositions(parsed: ReturnType<typeof parsePageText>) {
  if ('failure' in parsed) return parsed;
  const { locate, ...rest } = (parsed as PageText).parsed;
  const keys = [...Object.keys(rest.data), 'missing'];
  return {
    ...parsed,
    parsed: rest,
    positions: keys.map((key) => [key, locate([key]), locate([key], 'key')]),
  };
}

test.each(sections.map((section) => [section.name, section] as const))(
  'returns the same as without a cache for the sample %s',
  (_, section) => {
    const site = resolveSiteFolder({ LECTERN_SITE: sampleFolder });
    const pages = listSection(section, site, 'en').files.flatMap((page) =>
      // Copies under other names, because few texts are not written.
      Array.from({ length: 50 }, (_, i) => ({ ...page, stem: `${page.stem}-${i}` })),
    );
    const file = newFile();
    const texts = new Map(pages.map(({ path }) => [path, readFileSync(path, 'utf8')]));
    const first = openPageTextCache(file);
    for (const page of pages) first.parse(section, page, texts.get(page.path)!);
    first.save();
    expect(existsSync(file)).toBe(pages.length > 0);
    const cache = openPageTextCache(file);
    for (const page of pages.filter(({ stem }) => stem.endsWith('-0'))) {
      const pageText = texts.get(page.path)!;
      const cached = withPositions(cache.parse(section, page, pageText));
      expect(cached).toStrictEqual(withPositions(parsePageText(section, page, pageText)));
    }
  },
);

/** Changes the title in the file of a cache. */
function changeTitle(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll('Old title', 'New title'), 'latin1');
}

test('takes a parsed text from the cache', () => {
  const file = newFile();
  parseTexts(file, 50);
  const content = changeTitle(readIntact(readFileSync(file))!);
  writeFileSync(file, addDigest(content));
  const cached = openPageTextCache(file).parse(talkSection, pageFile('t1'), text);
  expect(cached).toMatchObject({ value: { title: 'New title' } });
});

test.each([
  ['the text', pageFile('t1'), text.replace('Body', 'Text')],
  ['the date in the name of the file', pageFile('2021-01-01-t1'), text],
  ['the kind of the file', { path: '/site/content/talks/t1.mdx', stem: 't1' }, text],
])('parses a text if %s is new', (_, page, source) => {
  const file = newFile();
  parseTexts(file, 50);
  const cached = openPageTextCache(file).parse(talkSection, page, source);
  expect(withPositions(cached)).toStrictEqual(
    withPositions(parsePageText(talkSection, page, source)),
  );
});

test('writes many new texts, and forgets texts that were not parsed', () => {
  const file = newFile();
  parseTexts(file, 49);
  expect(existsSync(file)).toBe(false);
  parseTexts(file, 50);
  const size = readFileSync(file).length;
  parseTexts(file, 51);
  expect(readFileSync(file)).toHaveLength(size);
  parseTexts(file, 50, `${text}\nNew`);
  expect(readFileSync(file).length).toBeLessThan(size * 1.1);
});

test.each([
  ['changed', changeTitle],
  ['cut off', (bytes: Buffer) => bytes.subarray(0, -1)],
  ['empty', () => Buffer.alloc(0)],
])('parses the texts again if the file is %s', (_, damage) => {
  const file = newFile();
  parseTexts(file, 50);
  writeFileSync(file, damage(readFileSync(file)));
  const cached = openPageTextCache(file).parse(talkSection, pageFile('t1'), text);
  expect(withPositions(cached)).toStrictEqual(
    withPositions(parsePageText(talkSection, pageFile('t1'), text)),
  );
});

test('does not store a text with errors', () => {
  const file = newFile();
  parseTexts(file, 60, talkFile({ title: 'T', date: 'never' }));
  expect(existsSync(file)).toBe(false);
});
