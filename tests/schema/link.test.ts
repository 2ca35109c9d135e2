import { expect, it } from 'vitest';
import { toWebAddress, unsafeScheme } from '../../src/schema/link.ts';

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

it.each([
  ['doi:10.1000/182', 'https://doi.org/10.1000/182'],
  ['DOI: 10.1000/182', 'https://doi.org/10.1000/182'],
  ['doi:https://doi.org/10.1000/182', 'https://doi.org/10.1000/182'],
  ['arXiv:2001.01234', 'https://arxiv.org/abs/2001.01234'],
  ['arxiv:math/0211159', 'https://arxiv.org/abs/math/0211159'],
  ['orcid:0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097'],
  ['hdl:2027/x', 'https://hdl.handle.net/2027/x'],
  ['https://doi.org/10.1000/182', 'https://doi.org/10.1000/182'],
  ['doi.pdf', 'doi.pdf'],
])('the web address of %s is %s', (link, address) => {
  expect(toWebAddress(link)).toBe(address);
});
