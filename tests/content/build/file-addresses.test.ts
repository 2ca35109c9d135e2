import { expect, test } from 'vitest';
import { findPublicPage } from '../../../src/content/build/file-addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';

test.each([
  ['/own/', '/'],
  ['/own', '/'],
  ['/sub/own/?x=1', '/sub/'],
  ['/sub/%C3%BCber/', '/sub/'],
  ['/sub/a%26b/', '/sub/'],
])('finds the page of a folder in public/ at %s', (url, base) => {
  const files = {
    'public/own/index.html': 'x',
    'public/über/index.html': 'x',
    'public/a&b/index.html': 'x',
  };
  expect(findPublicPage(url, base, createAuthorFolder(files))).toMatch(
    /public.(own|über|a&b).index\.html$/,
  );
});

test.each(['/other/', '/own/a.txt', '/own/../../content/', '/%2e%2e/content/', '/%zz/', '/'])(
  'finds nothing at %s',
  (url) => {
    const folder = createAuthorFolder({ 'public/own/a.txt': 'x', 'content/index.html': 'x' });
    expect(findPublicPage(url, '/', folder)).toBeUndefined();
  },
);
