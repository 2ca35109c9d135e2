import { expect, test } from 'vitest';
import { createProgressReporter } from '../../src/cli/import-progress.ts';

function report(isTTY: boolean, total: number): string[] {
  const lines: string[] = [];
  const output = { isTTY, write: (text: string) => lines.push(text) > 0 };
  const reporter = createProgressReporter(output as never);
  reporter.report({ kind: 'checking' });
  for (let done = 1; done <= total; done += 1) reporter.report({ kind: 'checked', done, total });
  reporter.end();
  return lines;
}

test('checked pages are counted on one line of a terminal, and every 200 pages in a log', () => {
  expect(report(true, 3).map((text) => text.replace('\r\u001B[2K', ''))).toEqual([
    'Checking the imported site.',
    'Checking page 1 of 3',
    'Checking page 2 of 3',
    'Checking page 3 of 3',
    '\n',
  ]);
  expect(report(false, 3)).toEqual(['Checking the imported site.\n']);
  expect(report(false, 500)).toEqual([
    'Checking the imported site.\n',
    'Checked 200 of 500 pages.\n',
    'Checked 400 of 500 pages.\n',
  ]);
});
