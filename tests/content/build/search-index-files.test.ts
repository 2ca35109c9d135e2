import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pathToFileURL } from 'node:url';
import { searchIndexFiles } from '../../../src/content/build/search-index-files.ts';
import { publishSearchIndex } from '../../../src/content/validate/channels.ts';

/** Ends a build whose pages are in a new folder. */
function makeBuild() {
  const dist = mkdtempSync(join(tmpdir(), 'lectern-dist-'));
  onTestFinished(() => rmSync(dist, { recursive: true }));
  const hook = searchIndexFiles().hooks['astro:build:done'] as (options: { dir: URL }) => unknown;
  return { dist, finish: async () => hook({ dir: pathToFileURL(`${dist}/`) }) };
}

test('waits for the index and writes its files, but not over those of the author', async () => {
  const { dist, finish } = makeBuild();
  mkdirSync(join(dist, 'pagefind'));
  writeFileSync(join(dist, 'pagefind/own.js'), 'own');
  const files = ['own.js', 'fragment/a', 'fragment/b'].map((path) => ({
    path,
    content: Buffer.from(path),
  }));
  const { promise, resolve } = Promise.withResolvers<typeof files>();
  publishSearchIndex(promise);
  setTimeout(() => resolve(files), 10);
  await finish();
  const read = (path: string) => readFileSync(join(dist, 'pagefind', path), 'utf8');
  expect(read('own.js')).toBe('own');
  expect([read('fragment/a'), read('fragment/b')]).toEqual(['fragment/a', 'fragment/b']);
});

test('fails the build if the index cannot be built', async () => {
  const { finish } = makeBuild();
  publishSearchIndex(Promise.reject(new Error('Pagefind rejected /a/')));
  // The rejection is not unhandled before the end of the build.
  await new Promise((resolve) => setTimeout(resolve, 10));
  await expect(finish()).rejects.toThrow('Pagefind rejected /a/');
});
