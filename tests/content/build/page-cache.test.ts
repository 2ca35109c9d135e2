import { mkdtempSync, readFileSync, realpathSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPageCache, type BuiltPage } from '../../../src/content/build/page-cache.ts';

const page: BuiltPage = {
  body: Buffer.from('<h1>Long gone winters</h1>'.repeat(40)),
  contentType: 'text/html',
  images: [
    {
      originalPath: '/_astro/photo.png',
      originalSrcPath: '/site/photo.png',
      hash: 'a1b2',
      finalPath: '/_astro/photo_a1b2.avif',
      transform: { src: '/_astro/photo.png', width: 640 },
    },
  ],
};

function createFile(): string {
  return join(mkdtempSync(join(realpathSync(tmpdir()), 'lectern-cache-')), 'deep', 'pages.cache');
}

/** Writes a cache with three pages, as a build does. */
function createCache(): string {
  const file = createFile();
  const cache = openPageCache(file, 'engine 1');
  for (const name of ['a', 'b', 'c']) {
    cache.keep(`/${name}`, `key of ${name}`, {
      ...page,
      body: Buffer.from(`${name}${'.'.repeat(99)}`),
    });
  }
  cache.keep('/talk', 'key of the talk', page);
  cache.save();
  return file;
}

test('a page is found by its path and key, with its images', () => {
  const cache = openPageCache(createCache(), 'engine 1');
  expect(cache.find('/talk', 'key of the talk')).toEqual(page);
  expect(cache.find('/b', 'key of b')?.body.toString()).toBe(`b${'.'.repeat(99)}`);
  expect(cache.found).toBe(2);
});

test('a page is not found by another key, and not after a change of the engine', () => {
  const file = createCache();
  expect(openPageCache(file, 'engine 1').find('/a', 'key of b')).toBeUndefined();
  expect(openPageCache(file, 'engine 1').find('/d', 'key of a')).toBeUndefined();
  expect(openPageCache(file, 'engine 2').find('/a', 'key of a')).toBeUndefined();
});

test('a page that was found is there in the next build, others are forgotten', () => {
  const file = createCache();
  const second = openPageCache(file, 'engine 1');
  second.find('/b', 'key of b');
  second.keep('/new', 'key', page);
  second.save();
  const third = openPageCache(file, 'engine 1');
  expect(third.find('/b', 'key of b')?.body.toString()).toMatch(/^b\./);
  expect(third.find('/new', 'key')).toEqual(page);
  expect(third.find('/a', 'key of a')).toBeUndefined();
});

test('every change of one byte in the pages is noticed', () => {
  const file = createCache();
  const good = readFileSync(file);
  const start = good.indexOf('\n') + 1;
  for (let at = start; at < good.length; at += 1) {
    const damaged = Buffer.from(good);
    damaged[at] = (damaged[at] ?? 0) ^ 4;
    writeFileSync(file, damaged);
    const cache = openPageCache(file, 'engine 1');
    const bodies = ['a', 'b', 'c'].flatMap((name) => {
      const found = cache.find(`/${name}`, `key of ${name}`);
      return found ? [[name, found.body.toString()]] : [];
    });
    const talk = cache.find('/talk', 'key of the talk');
    expect(cache.found, `byte ${at}`).toBe(3);
    expect(talk ?? page).toEqual(page);
    for (const [name = '', body] of bodies) expect(body).toBe(`${name}${'.'.repeat(99)}`);
  }
});

test('a file that is missing, cut off or not a cache is an empty cache', () => {
  expect(openPageCache(createFile(), 'engine 1').find('/a', 'key of a')).toBeUndefined();
  const file = createCache();
  truncateSync(file, 40);
  expect(openPageCache(file, 'engine 1').find('/a', 'key of a')).toBeUndefined();
  writeFileSync(file, '{"engine":"engine 1"}\n');
  expect(openPageCache(file, 'engine 1').find('/a', 'key of a')).toBeUndefined();
  const cut = createCache();
  truncateSync(cut, readFileSync(cut).length - 1);
  expect(openPageCache(cut, 'engine 1').find('/talk', 'key of the talk')).toBeUndefined();
});
