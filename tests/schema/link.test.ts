import { expect, it } from 'vitest';
import { unsafeScheme } from '../../src/schema/link.ts';

it.each([
  'https://example.org',
  'HTTP://example.org',
  'mailto:ada@example.org',
  'files/deck.pdf',
  '/files/deck.pdf',
  '#abstract',
  'talk?at=10:30',
  'notes/10:30.pdf',
  '//example.org/deck.pdf',
])('accepts %s', (link) => {
  expect(unsafeScheme(link)).toBeUndefined();
});

it.each([
  ['javascript:alert(1)', 'javascript'],
  ['JaVaScRiPt:alert(1)', 'javascript'],
  [' javascript:alert(1)', 'javascript'],
  ['java\tscript:alert(1)', 'javascript'],
  ['java\nscript:alert(1)', 'javascript'],
  ['\u0001javascript:alert(1)', 'javascript'],
  ['java\u200Bscript:alert(1)', 'javascript'],
  ['javascript :alert(1)', 'javascript'],
  ['data:text/html,x', 'data'],
  ['vbscript:x', 'vbscript'],
  ['file:///etc/passwd', 'file'],
  ['ftp://example.org', 'ftp'],
  ['C:\\talks\\deck.pdf', 'c'],
])('rejects %j', (link, scheme) => {
  expect(unsafeScheme(link)).toBe(scheme);
});
