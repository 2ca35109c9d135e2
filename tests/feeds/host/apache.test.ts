import { expect, test } from 'vitest';
import { toHtaccess } from '../../../src/feeds/host/apache.ts';

test('uses the base path, with its special characters, in addresses and patterns', () => {
  const text = toHtaccess('/~j.doe/%C3%BC/');
  expect(text).toContain('ErrorDocument 404 /~j.doe/%C3%BC/404.html\n');
  const [, pattern = ''] = /immutable" "expr=%\{REQUEST_URI\} =~ m#(.*)#"/.exec(text) ?? [];
  // Apache compares decoded paths.
  expect('/~j.doe/ü/_astro/fonts/a1b2.woff2').toMatch(new RegExp(pattern));
  expect('/~jxdoe/ü/_astro/fonts/a1b2.woff2').not.toMatch(new RegExp(pattern));
});

// With `AllowOverride FileInfo`, any other directive turns each page into error 500.
test('has only directives that FileInfo allows, and others only if their module exists', () => {
  const lines = toHtaccess('/').split('\n');
  const names = lines.flatMap((line) => /^\s*<?([A-Z]\w+)/.exec(line)?.[1] ?? []);
  expect([...new Set(names)].toSorted()).toEqual([
    ...['AddCharset', 'AddOutputFilterByType', 'AddType', 'ErrorDocument', 'ForceType', 'Header'],
    ...['If', 'IfModule', 'RedirectMatch', 'RequestHeader'],
  ]);
});
