import {
  mkdtempSync,
  readFileSync,
  realpathSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  digestBody,
  openPageCache,
  type BuiltPage,
  type PageCache,
} from '../../../src/content/build/page-cache.ts';
import { expectCrashSafe } from '../../helpers/disk/crash-points.ts';

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

/** Returns the body of a page that the cache has for a key. */
function readPage(cache: PageCache, path: string, key: string): string | undefined {
  return cache.find(path, key) && cache.readBody(path)?.toString();
}

test('a page is found by its path and key, with its images and its digest', () => {
  const cache = openPageCache(createCache(), 'engine 1');
  const { contentType, images } = page;
  expect(cache.find('/talk', 'key of the talk')).toMatchObject({
    ...{ contentType, images },
    digest: digestBody(page.body),
  });
  expect(cache.readBody('/talk')).toEqual(page.body);
  expect(readPage(cache, '/b', 'key of b')).toBe(`b${'.'.repeat(99)}`);
});

test('a page is not found by another key, and not after a change of the engine', () => {
  const file = createCache();
  const cache = openPageCache(file, 'engine 1');
  expect(cache.find('/a', 'key of b')).toBeUndefined();
  expect(cache.find('/d', 'key of a')).toBeUndefined();
  expect(openPageCache(file, 'engine 2').find('/a', 'key of a')).toBeUndefined();
});

test('a page that was kept again is there in the next build, others are forgotten', () => {
  const file = createCache();
  const second = openPageCache(file, 'engine 1');
  second.find('/b', 'key of b');
  second.keepAgain('/b');
  second.find('/c', 'key of c');
  second.keep('/new', 'key', page);
  second.save();
  const third = openPageCache(file, 'engine 1');
  expect(readPage(third, '/b', 'key of b')).toMatch(/^b\./);
  expect(readPage(third, '/new', 'key')).toEqual(page.body.toString());
  for (const name of ['a', 'c']) expect(third.find(`/${name}`, `key of ${name}`)).toBeUndefined();
});

test('the pages of the last build stay until all pages of the next one are kept', () => {
  const file = createCache();
  openPageCache(file, 'engine 1').keep('/new', 'key', page);
  const next = openPageCache(file, 'engine 1');
  expect(readPage(next, '/a', 'key of a')).toMatch(/^a\./);
  expect(next.find('/new', 'key')).toBeUndefined();
});

test('of an image, only the digest is stored', () => {
  const file = createFile();
  const cache = openPageCache(file, 'engine 1');
  const body = Buffer.alloc(100_000, 'PNG');
  cache.keep('/talk.png', 'key', { body, contentType: 'image/png', images: [] });
  cache.save();
  expect(statSync(file).size).toBeLessThan(1000);
  const next = openPageCache(file, 'engine 1');
  expect(next.find('/talk.png', 'key')?.digest).toBe(digestBody(body));
  expect(next.readBody('/talk.png')).toBeUndefined();
});

test('every change of one byte is noticed', () => {
  const file = createCache();
  const good = readFileSync(file);
  const names = ['a', 'b', 'c'];
  // Of the index, which is longer than the pages, some bytes.
  const index = good.indexOf('{"engine"');
  for (let at = 0; at < good.length; at += at < index ? 1 : 7) {
    const damaged = Buffer.from(good);
    damaged[at] = (damaged[at] ?? 0) ^ 4;
    writeFileSync(file, damaged);
    const cache = openPageCache(file, 'engine 1');
    const bodies = names.map((name) => readPage(cache, `/${name}`, `key of ${name}`));
    bodies.push(readPage(cache, '/talk', 'key of the talk'));
    expect(bodies.includes(undefined), `byte ${at}`).toBe(true);
    names.forEach((name, i) =>
      expect([undefined, `${name}${'.'.repeat(99)}`]).toContain(bodies[i]),
    );
    expect([undefined, page.body.toString()]).toContain(bodies[3]);
  }
});

test('a file that is missing, cut off or not a cache is an empty cache', () => {
  const isEmpty = (file: string) => !openPageCache(file, 'engine 1').find('/a', 'key of a');
  expect(isEmpty(createFile())).toBe(true);
  const file = createCache();
  const length = readFileSync(file).length;
  for (const size of [length - 1, length >> 1, 40, 3, 0]) {
    truncateSync(file, size);
    expect(isEmpty(file), `${size} bytes`).toBe(true);
  }
  writeFileSync(file, '{"engine":"engine 1","pages":{}}'.repeat(9));
  expect(isEmpty(file)).toBe(true);
});

test('the cache has the pages of one build or none after a crash at any step', async () => {
  const open = (root: string) => openPageCache(join(root, 'pages.cache'), 'engine 1');
  const faults = await expectCrashSafe({
    write(root, bodies: string[]) {
      const cache = open(root);
      bodies.forEach((body, i) => cache.keep(`/${i}`, 'key', { ...page, body: Buffer.from(body) }));
      cache.save();
    },
    read(root) {
      const cache = open(root);
      const bodies = [0, 1].map((i) => readPage(cache, `/${i}`, 'key'));
      // All pages are there, or none is.
      return bodies.every((body) => body === undefined) ? undefined : (bodies as string[]);
    },
    ...{ first: ['One', 'Two'], second: ['One', 'Another one'] },
  });
  expect(faults).toBeGreaterThan(8);
});
