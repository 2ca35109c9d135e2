import { expect, it } from 'vitest';
import { findPageByAddress, suggestPage } from '../../../src/content/assets/find-page.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

const createSite = () =>
  createAuthorFolder({
    'content/talks/nyu/index.md': talkFile({ title: 'T', date: '2024-01-01' }),
    'content/talks/old.md': talkFile({ title: 'T', date: '2024-01-01', slug: 'new' }),
    'content/publications/bounds/index.md': talkFile({ title: 'P' }),
  });

it.each([
  ['/talks/nyu/', '/~ada/talks/nyu/'],
  ['/talks/nyu', '/~ada/talks/nyu/'],
  ['/~ada/talks/nyu/', '/~ada/talks/nyu/'],
  ['/talk/nyu/index.html', '/~ada/talks/nyu/'],
  ['/talks/old/#slides', '/~ada/talks/new/#slides'],
  ['/publications/bounds/?x=1', '/~ada/publications/bounds/?x=1'],
  ['/talks/', '/~ada/talks/'],
  ['/search/', '/~ada/search/'],
  ['/', '/~ada/'],
])('%s is the page %s', (url, href) => {
  const site = findPageByAddress(createSite(), url, createAddresses('/~ada'));
  expect(site).toEqual({ href, bytes: 0, isPage: true });
});

it.each(['/talks/gone/', '/posts/', '/files/a.pdf', 'talks/nyu/', '//talks/nyu/', '/a/b/c/'])(
  '%s is no page',
  (url) => {
    expect(findPageByAddress(createSite(), url, createAddresses('/'))).toBeUndefined();
  },
);

it('suggests the page with the most similar name', () => {
  const addresses = createAddresses('/');
  expect(suggestPage(createSite(), '/talks/nyuu/', addresses)).toBe('/talks/nyu/');
  expect(suggestPage(createSite(), '/publication/bound/', addresses)).toBe('/publications/bounds/');
  expect(suggestPage(createSite(), '/talks/entirely-other/', addresses)).toBeUndefined();
});
