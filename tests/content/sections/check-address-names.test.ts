import { describe, expect, it } from 'vitest';
import { checkAddressNames } from '../../../src/content/sections/check-address-names.ts';
import { talkSection } from '../../../src/content/sections/talk-section.ts';
import { toSlug, toTagSlug } from '../../../src/model/page/addresses.ts';
import { toFullCode } from '../../../src/schema/finding.ts';
import { toSeverity } from '../../../src/schema/severity.ts';

const long = 'x'.repeat(300);
const check = (page: Parameters<typeof checkAddressNames>[0], stem = 'nyu') =>
  checkAddressNames(page, toSlug(page.slug ?? stem), stem, talkSection);

describe('the names in addresses', () => {
  it.each([
    ['an ordinary slug', { slug: 'Ünïcode 結び目 C++' }],
    ['names that only begin like a device', { slug: 'conference', tags: ['auxiliary', 'com10'] }],
    ['old addresses', { aliases: ['/2019/nyu.html', '/?p=12', `/${'a'.repeat(200)}/b`] }],
  ])('can be %s', (_, page) => {
    expect(check(page)).toEqual([]);
  });

  it.each([
    ['slug', '..', 'slug ".." has no letter or digit, so the address is /talks/talk/'],
    ['slug', ' /// ', 'has no letter or digit'],
    ['windows-name', 'con', 'a folder with the name "con", which Windows cannot create'],
    ['windows-name', 'NUL.txt', 'which Windows cannot create'],
    ['windows-name', 'lpt1', 'which Windows cannot create'],
    ['windows-name', 'the end.', 'which Windows cannot create'],
    ['long-name', long, 'the slug is longer than the name of a file may be'],
    ['long-name', '結'.repeat(90), 'the slug is longer than the name of a file may be'],
    ['reserved-address', 'index.html', '/talks/index.html/ is reserved'],
  ])('are reported: %s for the slug %s', (code, slug, message) => {
    const [finding, ...others] = check({ slug });
    expect(others).toEqual([]);
    expect(finding?.code).toBe(code);
    expect(finding?.message).toContain(message);
    const severity = toSeverity(toFullCode(finding?.code ?? '', 'talk'));
    expect(severity).toBe(code === 'reserved-address' ? 'error' : 'warning');
  });

  it('are reported for tags, old addresses and the names of files', () => {
    const aliases = [`/old/${long}/`, '/fine/', '/old/nul/x/', '/end./', '/con/../x', '/con?x'];
    const page = { tags: [long, 'Aux', 'fine'], aliases };
    const found = [...check(page), ...check({}, 'aux'), ...check({}, 'é'.repeat(125))];
    expect(found.map(({ path, code }) => `${path.join()} ${code}`)).toEqual([
      ...['tags long-name', 'tags windows-name', 'aliases long-name'],
      ...['aliases redirect/windows-name', 'aliases redirect/windows-name'],
      ...['slug windows-name', 'slug long-name'],
    ]);
  });

  it('are reported for an old address with many long parts', () => {
    const [finding] = check({ aliases: [`/${'x'.repeat(200)}`.repeat(5)] });
    expect(finding?.code).toBe('long-name');
    expect(finding?.message).toMatch(/^the old address "\/x.*, so it is not redirected$/);
  });

  it.each([...'<>:"|*'])('are reported for an old address with %s', (character) => {
    const [finding] = check({ aliases: [`/old${character}/talk/`] });
    expect(finding?.code).toBe('redirect/windows-name');
    expect(toSeverity('redirect/windows-name')).toBe('note');
  });

  it('are shortened for the name of a file, and stay different', () => {
    const names = [long, `${long}y`, '結'.repeat(99), `${'結'.repeat(99)}び`, '😀'.repeat(70)];
    for (const toName of [toSlug, toTagSlug]) {
      const slugs = names.map(toName);
      expect(new Set(slugs).size).toBe(names.length);
      for (const slug of slugs) {
        expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(240);
        expect(slug).not.toContain('\uFFFD');
        expect(slug.isWellFormed()).toBe(true);
      }
    }
  });
});
