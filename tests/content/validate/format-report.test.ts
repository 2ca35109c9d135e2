import { expect, it } from 'vitest';
import type { Problem } from '../../../src/content/parse/problem.ts';
import {
  formatProblems,
  formatReport,
  sortProblems,
} from '../../../src/content/validate/format-report.ts';

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

it('formats JSON as a list in the order of the files', () => {
  const list = JSON.parse(formatProblems([error, note], 'json', options)) as unknown;
  const { source: _, ...first } = note;
  const { source: __, ...second } = error;
  expect(list).toEqual([first, second]);
  expect(Object.keys((list as object[])[0]!)).toEqual([
    ...['file', 'line', 'column', 'severity', 'code', 'message', 'remedy'],
  ]);
});

it('formats an empty list in each format', () => {
  expect(formatProblems([], 'json', options)).toBe('[]');
  expect(formatProblems([], 'github', options)).toBe('');
  expect(formatProblems([], 'text', options)).toBe('No problems.');
});

it('escapes annotations for GitHub, with paths from the root of the repository', () => {
  const text = formatProblems([error, warning, note], 'github', { ...options, prefix: 'site/' });
  expect(text).toMatchInlineSnapshot(`
    "::notice file=site/content/talks/a%2C b%3A c/index.md,line=1,col=7,title=talk/skipped::date "50%25%0A2024" is not a valid date. Write a date such as 2024-05-22.
    ::warning file=site/content/talks/a%2C b%3A c/index.md,line=3,col=7,title=talk/unknown-key::date "50%25%0A2024" is not a valid date. Write a date such as 2024-05-22.
    ::error file=site/content/talks/a%2C b%3A c/index.md,line=12,col=7,title=talk/date-unreadable::date "50%25%0A2024" is not a valid date. Write a date such as 2024-05-22."
  `);
});

const problem: Problem = {
  file: 'content/talks/x/index.md',
  line: 12,
  column: 7,
  severity: 'error',
  code: 'talk/date-unreadable',
  message: 'date "2024-22-05" is not a valid date: there is no month 22',
  remedy: 'Did you mean 2024-05-22?',
  source: 'date: "2024-22-05"',
};

it('prints the position, the message, the line with a pointer, the code and a total', () => {
  const warning: Problem = { ...problem, line: 3, severity: 'warning', code: 'talk/unknown-key' };
  delete warning.source;
  expect(formatReport([problem, warning], { color: false })).toMatchInlineSnapshot(`
    "content/talks/x/index.md:3:7 warning date "2024-22-05" is not a valid date: there is no month 22. Did you mean 2024-05-22?
        talk/unknown-key

    content/talks/x/index.md:12:7 error date "2024-22-05" is not a valid date: there is no month 22. Did you mean 2024-05-22?
        date: "2024-22-05"
              ^
        talk/date-unreadable

    1 error, 1 warning in 1 file."
  `);
});

it('sorts by file, line and column', () => {
  const places = [
    ['b', 1, 1],
    ['a', 10, 1],
    ['a', 2, 9],
    ['a', 2, 1],
  ] as const;
  const problems = places.map(([file, line, column]) => ({ ...problem, file, line, column }));
  expect(sortProblems(problems).map(({ file, line, column }) => `${file}${line}${column}`)).toEqual(
    ['a21', 'a29', 'a101', 'b11'],
  );
});

it('aligns the pointer in long lines and in lines with tabs', () => {
  const long = {
    ...problem,
    source: `abstract: ${'x'.repeat(200)}!${'y'.repeat(200)}`,
    column: 211,
  };
  const [, row = '', pointer = ''] = formatReport([long], { color: false }).split('\n');
  expect(row[pointer.indexOf('^')]).toBe('!');
  expect(row.length).toBeLessThan(110);
  const tabbed = { ...problem, source: '\ttitle: T', column: 2 };
  expect(formatReport([tabbed], { color: false })).toContain('\n    \ttitle: T\n    \t^\n');
});

it('uses colours only on request, and replaces control characters', () => {
  expect(formatReport([problem], { color: true })).toContain('\u001B[');
  const hostile = { ...problem, source: 'title: \u001B[2J', message: '\u001B]0;x' };
  const plain = formatReport([hostile], { color: false });
  expect(plain).toContain('title: \u241B[2J');
  expect(plain).not.toMatch(/\u001B|\uFFFD/);
});

it('prints a message if there are no problems', () => {
  expect(formatReport([], { color: false })).toBe('No problems.');
});

it('shows a warning in many places once, with their number and the first three', () => {
  const warnings = [1, 2, 3, 4, 5].map((n): Problem => ({ ...warning, file: `content/${n}.md` }));
  const problems = [...warnings, { ...warning, remedy: 'Delete it.' }];
  const text = formatReport(problems, { color: false });
  expect(text.match(/ warning /g)).toHaveLength(2);
  expect(text).toContain(
    '    5 times: content/1.md:3:7, content/2.md:3:7, content/3.md:3:7 and 2 more (npm run check -- --verbose lists all)\n',
  );
  expect(text).toMatch(/\n6 warnings in 6 files\.$/);
  expect(formatReport(problems, { color: false, verbose: true }).match(/ warning /g)).toHaveLength(
    6,
  );
  expect(JSON.parse(formatProblems(problems, 'json', options))).toHaveLength(6);
});

it('shows errors, and a warning in three places, one by one', () => {
  const files = ['a.md', 'b.md', 'c.md'];
  const problems = files.flatMap((file): Problem[] => [
    ...[error, { ...error, line: 13 }, warning].map((problem) => ({ ...problem, file })),
  ]);
  const text = formatReport(problems, { color: false });
  expect(text.match(/ (?:error|warning) /g)).toHaveLength(9);
  expect(text).not.toContain('times:');
});
