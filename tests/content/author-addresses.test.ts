import { expect, test } from 'vitest';
import { preferAuthorPaths } from '../../src/content/build/author-addresses.ts';
import { findPublicPage } from '../../src/content/build/file-addresses.ts';
import { authorFolder } from '../helpers/author-folder.ts';

const path = (pathname: string, component: string) => ({
  pathname,
  route: { component: `src/pages/${component}` },
});

test('a route of a later version yields to a page of the author, in any order', () => {
  const own = path('/talks/map/', 'talks/[slug]/index.astro');
  const generated = path('/talks/map/', 'talks/map.astro');
  const other = path('/talks/in/2024/', 'talks/in/[year].astro');
  expect(preferAuthorPaths([generated, other, own])).toEqual([other, own]);
  expect(preferAuthorPaths([own, generated, other])).toEqual([own, other]);
});

test.each([
  ['a file without a slash', '/talks/a.md', 'talks/[slug].md.ts', 'talks/[slug]/index.astro'],
  [
    'a file next to a page',
    '/talks/in/2024',
    'talks/in/[year].astro',
    '[section]/[slug]/[...file].ts',
  ],
])('%s counts as the same address', (_, pathname, component, authors) => {
  const generated = path(pathname, component);
  const own = path(`${pathname}/${authors.endsWith('.ts') ? 'index.html' : ''}`, authors);
  expect(preferAuthorPaths([generated, own])).toEqual([own]);
});

test('generated pages alone stay', () => {
  const paths = [path('/search/', 'search.astro'), path('/rss.xml', 'rss.xml.ts')];
  expect(preferAuthorPaths(paths)).toEqual(paths);
});

test.each([
  ['/own/', '/'],
  ['/own', '/'],
  ['/sub/own/?x=1', '/sub/'],
  ['/sub/%C3%BCber/', '/sub/'],
])('the dev server finds the page of a folder in public/ at %s', (url, base) => {
  const files = { 'public/own/index.html': 'x', 'public/über/index.html': 'x' };
  expect(findPublicPage(url, base, authorFolder(files))).toMatch(/public.(own|über).index\.html$/);
});

test.each(['/other/', '/own/a.txt', '/own/../../content/', '/%2e%2e/content/', '/%zz/', '/'])(
  'and nothing at %s',
  (url) => {
    const folder = authorFolder({ 'public/own/a.txt': 'x', 'content/index.html': 'x' });
    expect(findPublicPage(url, '/', folder)).toBeUndefined();
  },
);
