import { expect, it } from 'vitest';
import type { Problem } from '../../src/content/parse/problem.ts';
import { formatReport, sortProblems } from '../../src/content/validate/format-report.ts';

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

it('prints the place, the words, the line with a pointer, the code and a total', () => {
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

it('keeps the pointer under its place in long lines and lines with tabs', () => {
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

it('colours only when asked and never lets a file steer the terminal', () => {
  expect(formatReport([problem], { color: true })).toContain('\u001B[');
  const hostile = { ...problem, source: 'title: \u001B[2J', message: '\u001B]0;x' };
  expect(formatReport([hostile], { color: false })).not.toContain('\u001B');
});

it('says so when there is nothing to report', () => {
  expect(formatReport([], { color: false })).toBe('No problems.');
});
