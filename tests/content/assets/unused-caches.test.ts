import { existsSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { markUsed, removeUnusedCaches } from '../../../src/content/assets/unused-caches.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { listFiles } from '../../helpers/read/dist.ts';

const now = Date.parse('2026-03-15T12:00:00Z');
const daysAgo = (days: number) => now - days * 24 * 3600 * 1000;

/** Sets the time when a file or folder was used. */
function setUse(path: string, days: number): void {
  utimesSync(path, daysAgo(days) / 1000, daysAgo(days) / 1000);
}

test('what was not used for sixty days is removed', () => {
  const uses: [file: string, used: string, days: number][] = [
    ['site/pages.cache', 'site', 59],
    ['0123456789ab/pages.cache', '0123456789ab', 61],
    ['ba9876543210/assets/a.avif', 'ba9876543210', 1],
    ['images/5-0.35.5/new.json', 'images/5-0.35.5/new.json', 3],
    ['images/5-0.35.5/old.json', 'images/5-0.35.5/old.json', 61],
    ['images/4-0.34.0/old.json', 'images/4-0.34.0/old.json', 400],
    ['pdfs/3-6.5.438/aa/first-page.png', 'pdfs/3-6.5.438/aa/first-page.png', 61],
    ['pdfs/3-6.5.438/aa/pdf.json', 'pdfs/3-6.5.438/aa/pdf.json', 3],
    ['pdfs/3-6.5.438/bb/first-page.png', 'pdfs/3-6.5.438/bb/first-page.png', 61],
    ['pdfs/3-6.5.438/bb/pdf.json', 'pdfs/3-6.5.438/bb/pdf.json', 61],
    ['other/file', 'other', 99],
  ];
  const { root } = createAuthorFolder(Object.fromEntries(uses.map(([file]) => [file, ''])));
  for (const [, used, days] of uses) setUse(join(root, used), days);
  removeUnusedCaches(root, now);
  expect(listFiles(root)).toEqual([
    'ba9876543210/assets/a.avif',
    'images/5-0.35.5/new.json',
    'other/file',
    'pdfs/3-6.5.438/aa/first-page.png',
    'pdfs/3-6.5.438/aa/pdf.json',
    'site/pages.cache',
  ]);
  removeUnusedCaches(join(root, 'missing'), now);
});

test('a use is recorded once a day', () => {
  const { root } = createAuthorFolder({ 'a.json': '' });
  const file = join(root, 'a.json');
  for (const [age, recorded] of [
    [0.5, 0.5],
    [30, 0],
  ] as const) {
    setUse(file, age);
    markUsed(file, now);
    expect(statSync(file).mtimeMs).toBe(daysAgo(recorded));
  }
  markUsed(join(root, 'missing.json'), now);
  expect(existsSync(join(root, 'missing.json'))).toBe(false);
});
