import { expect, test } from 'vitest';
import { formatTasks } from '../../../src/import/report/format-tasks.ts';
import type { ImportReport } from '../../../src/import/report/report.ts';

const problem = (file: string, message: string, severity = 'warning') =>
  ({ file, line: 3, column: 1, severity, code: 'talk/x', message, remedy: 'Delete it.' }) as const;

function format(report: Partial<ImportReport>): string {
  const empty = {
    ...{ problems: [], addresses: [], widgets: [], settings: [], unreadable: [] },
    ...{ invalidLines: [], files: [], unrendered: [], brokenLinks: [] },
    counts: { files: 0, copied: 0, converted: 0, quarantined: 0, skipped: 0 },
  };
  return formatTasks({ ...empty, ...report } as unknown as ImportReport).join('\n');
}

test('the same warning in many files is one line with its number and the first three places', () => {
  const files = Array.from({ length: 80 }, (_, i) => `content/talks/${i}.md`);
  const problems = [
    problem('content/talks/a.md', 'another problem'),
    ...files.map((file) => problem(file, 'a problem')),
    problem('content/talks/b.md', 'a worse problem', 'error'),
  ];
  const text = format({ problems: problems as unknown as ImportReport['problems'] });
  expect(text).toMatch(/### Errors: 1\n[^]*### Warnings: 81\n/);
  expect(text.split('\n').filter((line) => line.startsWith('- '))).toEqual([
    '- `content/talks/b.md:3:1`: a worse problem. Delete it.',
    '- 80 times: a problem. Delete it. `content/talks/0.md:3:1`, `content/talks/1.md:3:1`, `content/talks/2.md:3:1` and 77 more',
    '- `content/talks/a.md:3:1`: another problem. Delete it.',
  ]);
});

test('a broken link with a warning is listed once', () => {
  const text = format({
    problems: [
      problem('content/posts/a.md', '"/gone/" is not the address of a page'),
    ] as unknown as ImportReport['problems'],
    brokenLinks: [
      { file: 'content/posts/a.md', link: '/gone/' },
      { file: 'content/posts/a.md', link: '/gone.pdf' },
    ],
  });
  expect(text).toContain('### Broken links: 1\n');
  expect(text).toContain('- `content/posts/a.md`: `/gone.pdf`');
});

test('a menu entry that has no page in the new site is listed with the reason', () => {
  const outcome = { reason: 'The new site has no page for /gone/.' };
  const text = format({
    settings: ['main.2.name', 'main.2.url', 'params.name'].map((key) => ({
      ...{ file: 'config/menus.yaml', key, outcome },
    })),
  });
  expect(text).toContain(
    '### Menu entries that were not imported: 1\n\n- `main.2.name` in `config/menus.yaml`: The new site has no page for /gone/.',
  );
});
