import { expect, test } from 'vitest';
import { digestPage } from '../../../src/content/build/page-digest.ts';

/** Returns an image as Astro imports it, and the properties of it that were read and publish the original. */
function importImage(src: string) {
  const read: PropertyKey[] = [];
  const metadata: Record<PropertyKey, unknown> = { src, width: 800, height: 600, format: 'png' };
  const image = new Proxy(metadata, {
    get(target, name) {
      if (name === 'clone') return structuredClone(target);
      if (name === 'fsPath') return '/site/content/talks/a/featured.png';
      if (target[name] !== undefined) read.push(name);
      return target[name];
    },
  });
  return { image, read };
}

test('the digest depends on every property, in maps too', () => {
  const page = (text: string) => ({
    title: 'A',
    lookedUp: { files: new Map([['a.pdf', { text }]]) },
  });
  expect(digestPage(page('x'))).toBe(digestPage(page('x')));
  expect(digestPage(page('x'))).not.toBe(digestPage(page('y')));
});

test('the digest depends on an image, but does not publish its original', () => {
  const [first, second] = [importImage('/_astro/a.1.png'), importImage('/_astro/a.2.png')];
  const digests = [first, second].map(({ image }) =>
    digestPage({ talk: { image: { file: image } } }),
  );
  expect(digests[0]).not.toBe(digests[1]);
  expect([first.read, second.read]).toEqual([[], []]);
});
