import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  readCacheEntry,
  writeCacheEntry,
  writeCacheJson,
} from '../../../src/content/assets/file-cache.ts';
import { expectCrashSafe } from '../../helpers/disk/crash-points.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-cache-'));
afterAll(() => rmSync(folder, { recursive: true }));
const entry = { title: 'Größe ∞ "x"', list: [1, 2] };

test('reads what was written, as JSON with a digest', () => {
  const file = join(folder, 'new', 'folder', 'a.json');
  writeCacheEntry(file, entry);
  expect(readCacheEntry(file)).toEqual(entry);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ entry });
  writeCacheJson(file, '{"b":2}');
  expect(readCacheEntry(file)).toEqual({ b: 2 });
});

test.each([
  ['one character is different', (text: string) => text.replace('[1,2]', '[1,3]')],
  ['its end is missing', (text: string) => text.slice(0, -5)],
  ['it is empty', () => ''],
  ['it has no digest', () => JSON.stringify(entry)],
  ['something follows', (text: string) => `${text} `],
])('does not read an entry if %s', (_, damage) => {
  const file = join(folder, 'damaged.json');
  writeCacheEntry(file, entry);
  writeFileSync(file, damage(readFileSync(file, 'utf8')));
  expect(readCacheEntry(file)).toBeUndefined();
});

test('does not read an entry that does not exist', () => {
  expect(readCacheEntry(join(folder, 'none.json'))).toBeUndefined();
});

test('ignores that an entry cannot be written', () => {
  const blocked = join(folder, 'file');
  writeFileSync(blocked, '');
  expect(() => writeCacheEntry(join(blocked, 'a.json'), entry)).not.toThrow();
});

test('an entry is whole or missing after a crash at any step', async () => {
  const faults = await expectCrashSafe({
    write: (root, value) => writeCacheEntry(join(root, 'kind', 'a.json'), value),
    read: (root) => readCacheEntry<typeof entry>(join(root, 'kind', 'a.json')),
    ...{ first: entry, second: { ...entry, title: 'Another one' } },
  });
  expect(faults).toBeGreaterThan(8);
});
