import { describe, expect, it } from 'vitest';
import type { SitePages } from '../../../src/model/site/site-address.ts';
import { toSiteAddresses } from '../../../src/model/site/site-addresses.ts';
import { makeSiteContents } from '../../helpers/make/site-contents.ts';
import { makePost } from '../../helpers/make/post.ts';
import { makeTalk } from '../../helpers/make/talk.ts';

const talk = (slug: string, date: string, aliases: string[], more = {}) =>
  makeTalk({ date, aliases, ...more }, { slug });

/** All old addresses of a site of these talks, other pages and redirects. */
function oldOf(
  talks: ReturnType<typeof talk>[],
  others: Partial<SitePages> = {},
  redirects: Record<string, string> = {},
) {
  const { list } = toSiteAddresses(
    makeSiteContents({ pages: { talks, ...others }, redirects, publicFiles: ['files/nyu.pdf'] }),
  );
  return list.flatMap(({ path: alias, producer }) => {
    if (producer.kind !== 'redirect') return [];
    const { href, isFile, title } = producer;
    return [{ alias, href, isFile, ...(title !== undefined && { title }) }];
  });
}

const leading = (...talks: ReturnType<typeof talk>[]) =>
  oldOf(talks).map((old) => `${old.alias} → ${old.href.split('/').at(-2)}`);

describe('old addresses', () => {
  it('does not redirect the address of a file, or one below it', () => {
    const old = ['/files/nyu.pdf', '/files/nyu.pdf/notes/', '/files/nyu.html'];
    expect(leading(talk('nyu', '2024-05-22', old))).toEqual(['files/nyu.html → nyu']);
  });

  it.each([
    ['/talk/old/', 'talk/old'],
    ['talk/old', 'talk/old'],
    ['//talk/old//', 'talk/old'],
    ['https://old.example.org/talk/old/', 'talk/old'],
    ['/talk/über uns/', 'talk/über uns'],
    ['/talk/%C3%BCber%20uns', 'talk/über uns'],
    ['/talk/old/index.html', 'talk/old'],
    ['/talk/old.html', 'talk/old.html'],
    ['/index.html', undefined],
    ['/', undefined],
    ['https://old.example.org', undefined],
    ['/talks/', undefined],
    ['/talks/tags/', undefined],
    ['/talks/tags/knots/', undefined],
    ['/talks/nyu/', undefined],
    ['/rss.xml', undefined],
    ['/404', undefined],
    ['/../secret/', undefined],
    ['/talk/old/#notes', undefined],
    ['/talk?id=5', undefined],
  ])('takes %s', (alias, expected) => {
    const found = leading(talk('nyu', '2021-09-22', [alias], { tags: ['knots'] }));
    expect(found).toEqual(expected === undefined ? [] : [`${expected} → nyu`]);
  });

  it('gives an address that two talks declare to the newer one', () => {
    const older = talk('older', '2020-01-01', ['/talk/x/', '/talk/y/']);
    const newer = talk('newer', '2021-01-01', ['/talk/x', '/talk/x/']);
    for (const talks of [
      [newer, older],
      [older, newer],
    ]) {
      expect(leading(...talks).toSorted()).toEqual(['talk/x → newer', 'talk/y → older']);
    }
  });

  it('does not redirect the address of another talk', () => {
    const one = talk('one', '2021-01-01', ['/talks/two/']);
    expect(leading(one, talk('two', '2020-01-01', []))).toEqual([]);
  });

  it('reads every key for old addresses', () => {
    const keys = { aliases: ['/a/'], alias: ['/b/'], permalink: '/talks/2012-03-01-talk-1' };
    const old = oldOf([makeTalk(keys)]).map(({ alias }) => alias);
    expect(old).toEqual(['a', 'b', 'talks/2012-03-01-talk-1']);
  });

  it('gives an address of several sections to the first, and does not redirect their own addresses', () => {
    const keys = {
      aliases: ['/x/', '/post/y/', '/posts/', '/posts/b/', '/posts.xml', '/teaching/'],
    };
    const posts = [makePost(keys, 'a'), makePost({}, 'b')];
    const old = oldOf([talk('nyu', '2021-09-22', ['/x/'])], { posts });
    expect(old.map(({ alias, href }) => `${alias} → ${href}`)).toEqual([
      'x → /talks/nyu/',
      'post/y → /posts/a/',
      'teaching → /posts/a/',
    ]);
  });

  it('gives precedence to the list of redirects, and marks files', () => {
    const redirects = {
      '/x/': 'https://x.example/',
      '/talks/nyu/': '/talks/',
      '/index.xml': '/rss.xml',
      '/old.xml': '/talks/',
      '/a b/': '/talks/nyu/#über',
    };
    const old = oldOf([talk('nyu', '2021-09-22', ['/x/', '/y/'])], {}, redirects);
    expect(old).toEqual([
      { alias: 'x', href: 'https://x.example/', isFile: false },
      { alias: 'index.xml', href: '/rss.xml', isFile: true },
      { alias: 'old.xml', href: '/talks/', isFile: false },
      { alias: 'a b', href: '/talks/nyu/#%C3%BCber', isFile: false },
      { alias: 'y', href: '/talks/nyu/', isFile: false, title: 'T' },
    ]);
  });
});
