import { expect, test } from 'vitest';
import { preferAuthorPaths } from '../../../src/content/build/author-addresses.ts';

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

test('keeps generated pages at other addresses', () => {
  const paths = [path('/search/', 'search.astro'), path('/rss.xml', 'rss.xml.ts')];
  expect(preferAuthorPaths(paths)).toEqual(paths);
});
