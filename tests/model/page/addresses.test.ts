import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAddresses, encodePath, toSlug } from '../../../src/model/page/addresses.ts';

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
