import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../scripts/project-node.mjs';
import { documents } from '../scripts/docs.ts';

const problems = readFileSync(join(root, 'docs/problems.md'), 'utf8');
const sections = problems.split(/^### /m).slice(1);

test.each(await documents())('$path is up to date (npm run docs)', ({ path, text }) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});

test('every code that a message can have is explained', () => {
  const source = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
    .join('\n');
  const codes = source.matchAll(
    /'((?:talk|publication|bib|project|post|course|deck|home-text|text|site|about|cv|person|redirect|front-matter)\/[a-z-]+)'/g,
  );
  const media = ['text/calendar', 'text/html', 'text/markdown', 'text/plain'];
  const explained = [...media, ...sections.map((section) => section.split('\n')[0])];
  const missing = [...codes].map(([, code]) => code).filter((code) => !explained.includes(code));
  expect([...new Set(missing)]).toEqual([]);
});

test.each(sections.map((section) => ({ code: section.split('\n')[0] ?? '', section })))(
  'the example of $code gives that message',
  ({ code, section }) => {
    const printed = section.match(/```text\n[\s\S]*?```/g) ?? [];
    for (const message of printed) expect(message).toContain(`    ${code}\n`);
  },
);
