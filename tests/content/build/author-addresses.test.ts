import { expect, test } from 'vitest';
import {
  omitUnwritablePaths,
  preferAuthorPaths,
} from '../../../src/content/build/author-addresses.ts';

const path = (pathname: string, component: string) => ({
  pathname,
  route: { component: `src/pages/${component}` },
});

test('prefers a page of the author to a generated page, in any order', () => {
  const authorPage = path('/talks/map/', 'talks/[slug]/index.astro');
  const generated = path('/talks/map/', 'talks/map.astro');
  const other = path('/talks/in/2024/', 'talks/in/[year].astro');
  expect(preferAuthorPaths([generated, other, authorPage])).toEqual([other, authorPage]);
  expect(preferAuthorPaths([authorPage, generated, other])).toEqual([authorPage, other]);
});

test.each([
  ['a file without a slash', '/talks/a.md', 'talks/[slug].md.ts', 'talks/[slug]/index.astro'],
  [
    'a file next to a page',
    '/talks/in/2024',
    'talks/in/[year].astro',
    '[section]/[slug]/[...file].ts',
  ],
])('treats %s as the same address', (_, pathname, component, authors) => {
  const generated = path(pathname, component);
  const authorPage = path(`${pathname}/${authors.endsWith('.ts') ? 'index.html' : ''}`, authors);
  expect(preferAuthorPaths([generated, authorPage])).toEqual([authorPage]);
});

test('drops generated pages that the site does not have, and no path of a route with parameters', () => {
  const producer = { kind: 'built-in' as const, route: '' };
  const served = ['', 'search', '404', 'llms.txt'].map((path) => ({ path, file: '', producer }));
  const kept = [
    ...[path('/', 'index.astro'), path('/search/', 'search.astro'), path('/404.html', '404.astro')],
    ...[path('/llms.txt', 'llms.txt.ts'), path('/posts/a/', 'posts/[slug]/index.astro')],
    path('/talks/tags/x.ics', 'talks/tags/[tag].ics.ts'),
  ];
  const dropped = [path('/talks/', 'talks/index.astro'), path('/rss.xml', 'rss.xml.ts')];
  const addresses = [...served, { path: '404.html', file: '404.html', producer }];
  expect(preferAuthorPaths([...kept, ...dropped], addresses)).toEqual(kept);
  expect(preferAuthorPaths([...kept, ...dropped], [])).toEqual([...kept, ...dropped]);
});

test('keeps generated pages at other addresses', () => {
  const paths = [path('/search/', 'search.astro'), path('/rss.xml', 'rss.xml.ts')];
  expect(preferAuthorPaths(paths)).toEqual(paths);
});

test('leaves out paths with characters that Windows does not allow, only there', () => {
  const paths = ['/talks/a b.c/', '/old: talk/', '/a"b', '/x|y/z/', '/ü<\u00fc>/', '/a*/', '/con/'];
  const list = paths.map((pathname) => ({ pathname }));
  const toNames = (platform: NodeJS.Platform) =>
    omitUnwritablePaths(list, platform).map(({ pathname }) => pathname);
  expect(toNames('win32')).toEqual(['/talks/a b.c/', '/con/']);
  expect(toNames('linux')).toEqual(paths);
});
