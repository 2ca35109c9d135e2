import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, expect, test } from 'vitest';
import { readPageMeta } from '../../../src/content/build/sitemap.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-sitemap-'));
afterAll(() => rmSync(folder, { recursive: true }));

const changed = '2024-05-22T10:00:00.000Z';
const time = `<meta property="article:modified_time" content="${changed}">`;
const noindex = '<meta name="robots" content="noindex">';

function writePage(html: string): URL {
  const file = join(folder, 'index.html');
  writeFileSync(file, html);
  return pathToFileURL(file);
}

test('finds the metadata anywhere in a large head, and not after it', () => {
  const style = `<style>${'ä'.repeat(100_000)}</style>`;
  const page = writePage(`<html><head>${style}${time}</head><body>${noindex}</body></html>`);
  expect(readPageMeta(page)).toEqual({ isListed: true, changed });
});

test('does not list a page with noindex, nor a redirect', () => {
  for (const meta of [noindex, '<meta http-equiv="refresh" content="0;url=/talks/">']) {
    expect(readPageMeta(writePage(`<head>${meta}</head>`))).toMatchObject({ isListed: false });
  }
});

test('reads a page without the end of a head', () => {
  expect(readPageMeta(writePage(time))).toEqual({ isListed: true, changed });
  expect(readPageMeta(writePage(''))).toEqual({ isListed: true });
});

test('does not keep the text of a page in memory', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const page = writePage(`<head>${' '.repeat(300_000)}${time}</head>`);
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const pages = Array.from({ length: 20 }, () => readPageMeta(page));
  collectGarbage();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(2_000_000);
  expect(pages.at(-1)?.changed).toBe(changed);
});
