import { expect, it } from 'vitest';
import type { FullCode } from '../../src/schema/finding.ts';
import { toSeverity } from '../../src/schema/severity.ts';

it.each<[FullCode, string]>([
  ['front-matter/unclosed', 'error'],
  ['talk/title-missing', 'error'],
  ['post/title-unreadable', 'error'],
  ['talk/date-unreadable', 'error'],
  ['post/date-unreadable', 'warning'],
  ['talk/timezone-ignored', 'warning'],
  ['site/unknown-timezone', 'error'],
  ['site/incomplete', 'warning'],
  ['talk/outside-site', 'error'],
  ['text/outside-site', 'warning'],
  ['text/formula', 'warning'],
  ['text/unsafe-link', 'warning'],
  ['bib/unreadable-entry', 'warning'],
  ['course/skipped', 'note'],
  ['a/code-of-tomorrow', 'warning'],
])('%s is of severity %s', (code, severity) => {
  expect(toSeverity(code)).toBe(severity);
});
