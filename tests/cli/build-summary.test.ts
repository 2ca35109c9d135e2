import { expect, test } from 'vitest';
import {
  createBuildProgress,
  formatSummary,
  formatUnchanged,
  type BuildFigures,
} from '../../src/cli/build-summary.ts';
import { publishBuildEvent } from '../../src/content/validate/channels.ts';
import { createAuthorFolder } from '../helpers/make/author-folder.ts';

const figures: BuildFigures = {
  ...{ pages: 1066, files: 4180, bytes: 133_900_001, paths: 4186, cached: 0 },
  phases: { load: 900, read: 2340, bundle: 1200, pages: 4000, images: 10, finish: 950 },
  total: 9400,
};

test('the summary says what was built, how long each phase took, and what to do next', () => {
  expect(formatSummary(figures, 'dist').split('\n')).toEqual([
    'Built 1,066 pages (4,180 files, 134 MB) in 9.4 s: dist',
    '  starting 0.9 s, reading content 2.3 s, bundling styles and scripts 1.2 s, building pages 4.0 s,' +
      ' resizing images 0.0 s, finishing 0.9 s',
    'To look at the site: npm run preview',
  ]);
});

test('the summary says how much came from the last build', () => {
  expect(formatSummary({ ...figures, cached: 2997 }, 'dist')).toContain(
    '\n  2,997 of 4,186 pages and feeds had not changed.\n',
  );
});

test('a build with nothing to do says so', () => {
  expect(formatUnchanged({ ...figures, pages: 1 }, '../public')).toBe(
    'Nothing has changed since the last build: one page in ../public\nTo look at the site: npm run preview',
  );
});

function createOutput(isTTY: boolean) {
  const output = { isTTY, text: '', write: (text: string) => ((output.text += text), true) };
  return output;
}

test('a terminal shows one line that is removed at the end; a log file shows nothing', () => {
  const { root } = createAuthorFolder({
    'index.html': 'abc',
    'talks/a/index.html': '',
    'b.txt': '1',
  });
  const [terminal, log] = [createOutput(true), createOutput(false)];
  const [progress, quiet] = [createBuildProgress(terminal), createBuildProgress(log)];
  publishBuildEvent({ kind: 'phase', phase: 'pages', start: 20 });
  publishBuildEvent({ kind: 'page', done: 7, total: 30, cached: 2 });
  progress.end();
  quiet.end();
  const result = progress.measure(root);
  expect(result).toMatchObject({ pages: 2, files: 3, bytes: 4, paths: 30, cached: 2 });
  expect(result.phases.load).toBe(20);
  expect(terminal.text).toContain('\r\u001B[2KBuilding pages: 7 of 30');
  expect(terminal.text).not.toContain('\n');
  expect(terminal.text.endsWith('\r\u001B[2K')).toBe(true);
  expect(log.text).toBe('');
});
