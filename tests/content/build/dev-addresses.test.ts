import { expect, test } from 'vitest';
import { findSource } from '../../../src/content/build/dev-addresses.ts';

const route = 'content/build/host-files.ts';
const redirect = { kind: 'redirect', route, href: '/sub/talks/nyu/a%20b.pdf' } as const;

test.each([
  ['a moved file', 'old/a.pdf', 'old/a.pdf', true, '/talks/nyu/a%20b.pdf'],
  ['a redirect with an extension', 'talk/a b.html', 'talk/a b.html', false, '/talk/a%20b.html/'],
  ['a redirect from a folder', 'talk/nyu', 'talk/nyu/index.html', false, undefined],
])('finds the source of %s', (_, path, file, isFile, source) => {
  expect(findSource({ path, file, producer: { ...redirect, isFile } }, '/sub/')).toBe(source);
});

test('leaves all other addresses as they are', () => {
  const producer = { kind: 'built-in', route: 'rss.xml.ts' } as const;
  expect(findSource({ path: 'rss.xml', file: 'rss.xml', producer }, '/')).toBeUndefined();
});
