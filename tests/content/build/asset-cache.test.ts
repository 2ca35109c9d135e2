import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openAssetCache } from '../../../src/content/build/asset-cache.ts';
import { expectCrashSafe } from '../../helpers/disk/crash-points.ts';
import { createAuthorFolder, writeFiles } from '../../helpers/make/author-folder.ts';

const today = 20_000;

/** Builds a site with images: Astro copies those in the cache, and makes the others. */
function build(root: string, images: Record<string, string>, day = today): void {
  const cache = openAssetCache(join(root, 'cache'), day);
  rmSync(join(root, 'next'), { recursive: true, force: true });
  for (const [name, bytes] of Object.entries(images)) {
    const cached = readAssets(root)[name];
    if (cached === undefined) writeFiles(join(root, 'cache/assets'), { [name]: bytes });
    writeFiles(join(root, 'next/_astro'), { [name]: cached ?? bytes });
  }
  cache.record(join(root, 'next/_astro'));
}

function readAssets(root: string): Record<string, string> {
  const folder = join(root, 'cache/assets');
  try {
    return Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    );
  } catch {
    return {};
  }
}

function createSite(): string {
  const { root } = createAuthorFolder();
  build(root, { 'a.avif': 'Image A', 'b.avif': 'Image B' });
  return root;
}

test('the images of the last build stay, and others are removed', () => {
  const root = createSite();
  writeFileSync(join(root, 'cache/assets/c.avif'), 'Half of an im');
  openAssetCache(join(root, 'cache'));
  expect(readAssets(root)).toEqual({ 'a.avif': 'Image A', 'b.avif': 'Image B' });
});

test.each([
  ['shorter', 'Ima'],
  ['empty', ''],
  ['different', 'Image X'],
  ['longer', 'Image A and more'],
])('an image that is %s is made again', (_, bytes) => {
  const root = createSite();
  writeFileSync(join(root, 'cache/assets/a.avif'), bytes);
  openAssetCache(join(root, 'cache'));
  expect(readAssets(root)).toEqual({ 'b.avif': 'Image B' });
  build(root, { 'a.avif': 'Image A', 'b.avif': 'Image B' });
  expect(readFileSync(join(root, 'next/_astro/a.avif'), 'utf8')).toBe('Image A');
});

test('an image of which the disk has cached a part is not recorded', () => {
  const { root } = createAuthorFolder();
  writeFiles(root, { 'next/_astro/a.avif': 'Image A' });
  const cache = openAssetCache(join(root, 'cache'), today);
  writeFiles(root, { 'cache/assets/a.avif': 'Ima' });
  cache.record(join(root, 'next/_astro'));
  expect(readAssets(root)).toEqual({});
});

test('all images are made again if their list is damaged', () => {
  const root = createSite();
  truncateSync(join(root, 'cache/assets.json'), 20);
  openAssetCache(join(root, 'cache'));
  expect(readAssets(root)).toEqual({});
});

test('an image is removed sixty days after the last build that published it', () => {
  const root = createSite();
  build(root, { 'a.avif': 'Image A' }, today + 59);
  expect(Object.keys(readAssets(root))).toEqual(['a.avif', 'b.avif']);
  build(root, { 'a.avif': 'Image A' }, today + 60);
  expect(Object.keys(readAssets(root))).toEqual(['a.avif']);
});

test('fonts and the content store of Astro are made by each build', () => {
  const root = createSite();
  writeFiles(root, { 'cache/fonts/a.woff2': '', 'cache/data-store.json': '[' });
  openAssetCache(join(root, 'cache'));
  expect(readdirSync(join(root, 'cache')).sort()).toEqual(['assets', 'assets.json']);
});

test('no damaged image is used after a crash at any step', async () => {
  const faults = await expectCrashSafe({
    write: (root, image: string) => build(root, { 'a.avif': 'Image A', [`${image}.avif`]: image }),
    read(root) {
      openAssetCache(join(root, 'cache'), today);
      const { 'a.avif': _, ...others } = readAssets(root);
      expect(['Image A', undefined]).toContain(_);
      return Object.values(others).find((bytes) => bytes === 'second') ?? Object.values(others)[0];
    },
    ...{ first: 'first', second: 'second' },
  });
  expect(faults).toBeGreaterThan(8);
});
