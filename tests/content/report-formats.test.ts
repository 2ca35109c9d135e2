import { expect, it } from 'vitest';
import type { Problem } from '../../src/content/parse/problem.ts';
import { formatProblems } from '../../src/content/validate/format-report.ts';

const options = { color: false, prefix: '' };
const error: Problem = {
  file: 'content/talks/a, b: c/index.md',
  line: 12,
  column: 7,
  severity: 'error',
  code: 'talk/date-unreadable',
  message: 'date "50%\n2024" is not a valid date',
  remedy: 'Write a date such as 2024-05-22.',
  source: 'date: "50%"',
};
const warning: Problem = { ...error, line: 3, severity: 'warning', code: 'talk/unknown-key' };
const note: Problem = { ...error, line: 1, severity: 'note', code: 'talk/skipped' };

it('gives a list of what a program needs, in the order of the files', () => {
  const list = JSON.parse(formatProblems([error, note], 'json', options)) as unknown;
  const { source: _, ...first } = note;
  const { source: __, ...second } = error;
  expect(list).toEqual([first, second]);
  expect(Object.keys((list as object[])[0]!)).toEqual([
    ...['file', 'line', 'column', 'severity', 'code', 'message', 'remedy'],
  ]);
});

it('gives an empty list, and no annotation, when all is well', () => {
  expect(formatProblems([], 'json', options)).toBe('[]');
  expect(formatProblems([], 'github', options)).toBe('');
  expect(formatProblems([], 'text', options)).toBe('No problems.');
});

it('escapes annotations as GitHub reads them, with paths from the root of the repository', () => {
  const text = formatProblems([error, warning, note], 'github', { ...options, prefix: 'site/' });
  expect(text).toMatchInlineSnapshot(`
    "::notice file=site/content/talks/a%2C b%3A c/index.md,line=1,col=7,title=talk/skipped::date "50%25%0A2024" is not a valid date. Write a date such as 2024-05-22.
    ::warning file=site/content/talks/a%2C b%3A c/index.md,line=3,col=7,title=talk/unknown-key::date "50%25%0A2024" is not a valid date. Write a date such as 2024-05-22.
    ::error file=site/content/talks/a%2C b%3A c/index.md,line=12,col=7,title=talk/date-unreadable::date "50%25%0A2024" is not a valid date. Write a date such as 2024-05-22."
  `);
});
