import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createAddresses,
  encodePath,
  isInvalidOnWindows,
  isPathTooLong,
  toSlug,
} from '../../../src/model/page/addresses.ts';

describe('createAddresses', () => {
  it.each([
    ['/', ''],
    ['', ''],
    ['/sub', '/sub'],
    ['/sub/', '/sub'],
  ])('puts every address below %j', (base, root) => {
    const addresses = createAddresses(base);
    expect(addresses.home).toBe(`${root}/`);
    expect(addresses.talks).toBe(`${root}/talks/`);
    expect(addresses.talk('nyu')).toBe(`${root}/talks/nyu/`);
    expect(addresses.file('talks', 'nyu', 'files/a b#1.pdf')).toBe(
      `${root}/talks/nyu/files/a%20b%231.pdf`,
    );
    expect(addresses.page('posts', 'a b')).toBe(`${root}/posts/a%20b/`);
    expect(addresses.tag('c-sharp')).toBe(`${root}/talks/tags/c-sharp/`);
    expect(addresses.rss).toBe(`${root}/rss.xml`);
    expect(addresses.path('/files/x.pdf')).toBe(`${root}/files/x.pdf`);
    expect(addresses.path('files/x.pdf')).toBe(`${root}/files/x.pdf`);
  });
});

it.each([
  ['nyu_seminar', 'nyu_seminar'],
  ['2021-09 NYU Seminar', '2021-09-NYU-Seminar'],
  ['what? #1 & 100%', 'what-1-100'],
  ['a/b\\c', 'a-b-c'],
  ['vortrag-über-α', 'vortrag-über-α'],
])('makes the name %s an address: %s', (name, slug) => {
  expect(toSlug(name)).toBe(slug);
});

it('toSlug returns a safe part of an address for any name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const slug = toSlug(name);
      expect(slug).not.toMatch(/[\s?#%&/\\:"<>|*]/u);
      expect(slug).not.toMatch(/^\.{1,2}$/);
      expect(toSlug(slug)).toBe(slug);
      expect(decodeURIComponent(encodePath(slug))).toBe(slug);
    }),
    { numRuns: 1000, examples: [['..'], ['.'], ['../x']] },
  );
});

it.each([
  ...['con', 'CON.txt', 'nul', 'Aux', 'prn.', 'com1', 'lpt9.a', 'com¹', 'a.', 'a ', '..'],
  ...['a:b', 'a<', '>a', '"', 'a|b', 'a?', '*'],
])('Windows cannot store a file with the name %j', (name) => {
  expect(isInvalidOnWindows(name)).toBe(true);
});

it.each(['a', '.a', ' a', 'conference', 'com10', 'com0', 'a.con', "a'b", 'a;b', 'a+b', 'ü', ''])(
  'Windows can store a file with the name %j',
  (name) => {
    expect(isInvalidOnWindows(name)).toBe(false);
  },
);

it.each([
  ['x'.repeat(241), true],
  [`a/${'é'.repeat(121)}/b`, true],
  [Array.from({ length: 6 }, () => 'x'.repeat(140)).join('/'), true],
  [Array.from({ length: 5 }, () => 'x'.repeat(140)).join('/'), false],
  ['x'.repeat(240), false],
])('knows whether a path is too long, case %#', (path, isLong) => {
  expect(isPathTooLong(path)).toBe(isLong);
});
