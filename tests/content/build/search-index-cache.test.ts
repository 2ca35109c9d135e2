import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  loadCachedSearchIndex,
  packFiles,
  unpackFiles,
} from '../../../src/content/build/search-index-cache.ts';
import { buildSearchIndex } from '../../../src/content/build/search-index.ts';
import type { SearchRecord } from '../../../src/model/site/search.ts';
import { expectCrashSafe } from '../../helpers/disk/crash-points.ts';

vi.mock(import('../../../src/content/build/search-index.ts'), () => ({
  buildSearchIndex: vi.fn((records: readonly SearchRecord[], language: string) =>
    Promise.resolve(
      records.map(({ url, content }) => ({
        path: `${language}${url}x`,
        content: Buffer.from(content),
      })),
    ),
  ),
}));

const record: SearchRecord = {
  ...{ url: '/a/', content: 'Knots', meta: { title: 'One' } },
  ...{ filters: { in: ['talks'] }, sort: { start: '2021' } },
};
let folder: string;
const load = (records = [record], language = 'en') =>
  loadCachedSearchIndex(join(folder, 'index'), records, language);
const listCached = () => readdirSync(join(folder, 'index'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-index-'));
  vi.mocked(buildSearchIndex).mockClear();
});
afterEach(() => rmSync(folder, { recursive: true }));

test('builds the index of the same records once', async () => {
  const [first, second] = [await load(), await load()];
  expect(first).toEqual([{ path: 'en/a/x', content: Buffer.from('Knots') }]);
  expect(second).toEqual(first);
  expect(buildSearchIndex).toHaveBeenCalledTimes(1);
});

test.each<[string, Partial<SearchRecord>]>([
  ['address', { url: '/b/' }],
  ['text', { content: 'Braids' }],
  ['metadata', { meta: { title: 'Two' } }],
  ['filters', { filters: {} }],
  ['sort value', { sort: { start: '2022' } }],
])('builds the index again for another %s, and keeps only the last', async (_, change) => {
  await load();
  const [name] = listCached();
  await load([{ ...record, ...change }]);
  expect(buildSearchIndex).toHaveBeenCalledTimes(2);
  expect(listCached()).toHaveLength(1);
  expect(listCached()).not.toContain(name);
});

test('builds the index again for another language and for more records', async () => {
  await load();
  expect(await load([record], 'de')).toMatchObject([{ path: 'de/a/x' }]);
  expect(await load([record, { ...record, url: '/b/' }])).toHaveLength(2);
  expect(buildSearchIndex).toHaveBeenCalledTimes(3);
});

test('keeps other files in the folder, such as the draft of another build', async () => {
  mkdirSync(join(folder, 'index'));
  writeFileSync(join(folder, 'index', 'a.index.1.tmp'), '');
  await load();
  expect(listCached()).toContain('a.index.1.tmp');
});

test('builds the index again if a byte of the cached one has changed', async () => {
  const whole = await load();
  const file = join(folder, 'index', listCached()[0]!);
  const packed = readFileSync(file);
  for (const position of [0, 33, packed.length - 1]) {
    const damaged = Buffer.from(packed);
    damaged[position]! ^= 1;
    writeFileSync(file, damaged);
    expect(await load()).toEqual(whole);
    expect(readFileSync(file)).toEqual(packed);
  }
  expect(buildSearchIndex).toHaveBeenCalledTimes(4);
});

test('unpacks what it packed, and nothing from a file that is cut short', () => {
  const files = [
    { path: 'fragment/én', content: Buffer.from([0, 255]) },
    { path: 'empty', content: Buffer.alloc(0) },
  ];
  const packed = packFiles(files);
  expect(unpackFiles(packed)).toEqual(files);
  for (let length = 0; length < packed.length; length += 1)
    expect(unpackFiles(packed.subarray(0, length))).toBeUndefined();
});

test('an index is right after a crash at any step', async () => {
  const faults = await expectCrashSafe({
    async write(root, content: string) {
      await loadCachedSearchIndex(root, [{ ...record, content }], 'en');
    },
    read(root) {
      const contents = readdirSync(root)
        .filter((name) => name.endsWith('.index'))
        .flatMap((name) => unpackFiles(readFileSync(join(root, name))) ?? [])
        .map(({ content }) => String(content));
      // The previous index is removed after the new one is written.
      return contents.find((content) => content === 'Second') ?? contents[0];
    },
    ...{ first: 'First', second: 'Second' },
  });
  expect(faults).toBeGreaterThan(8);
});
