import { expect, test } from 'vitest';
import { checkFiles } from '../../../scripts/docs-problems.ts';

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg">\n<script>x()</script>\n<script>y()</script></svg>';
const talk = (text: string) => `---\ntitle: A\ndate: 2024-01-02\n---\n\n${text}\n`;

test('drawings with scripts are reported once, where they are published', async () => {
  const { problems } = await checkFiles({
    'content/site.yaml': 'name: Ada Example\ntimezone: Europe/London\nurl: https://ada.example\n',
    'content/talks/a/index.md': talk('![A](plot.svg) [B](linked.svg)'),
    'content/talks/a/plot.svg': drawing,
    'content/talks/a/linked.svg': drawing,
    'content/talks/a/unused.svg': drawing,
    'public/logo.svg': drawing,
    'public/plain.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
  });
  const drawings = problems.filter(({ code }) => code === 'file/unsafe-drawing');
  expect(drawings.map(({ file, line, column, message }) => [file, line, column, message])).toEqual(
    ['content/talks/a/linked.svg', 'content/talks/a/plot.svg', 'public/logo.svg'].map((file) => [
      file,
      2,
      1,
      expect.stringMatching(/^<script> runs a script/),
    ]),
  );
});

test('a text of a million characters without spaces is read once', async () => {
  const { problems } = await checkFiles({
    'content/site.yaml': 'name: Ada Example\ntimezone: Europe/London\nurl: https://ada.example\n',
    'content/talks/a/index.md': talk(`${'x'.repeat(1_000_000)} .svg ![A](plot.SVG) b.svg`),
    'content/talks/a/plot.SVG': drawing,
    'content/talks/a/b.svg': drawing,
  });
  const drawings = problems.filter(({ code }) => code === 'file/unsafe-drawing');
  expect(drawings.map(({ file }) => file)).toEqual([
    'content/talks/a/plot.SVG',
    'content/talks/a/b.svg',
  ]);
});
