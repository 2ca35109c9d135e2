import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { root } from '../scripts/project-node.mjs';

const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
const documents = ['README.md', 'CONTRIBUTING.md', ...docs.map((name) => `docs/${name}`)];

test('the sections of the README are all visible, in this order', () => {
  expect(sectionsOf('README.md')).toEqual([
    'Get started',
    'Add a talk',
    'Make it yours',
    'Move an old site',
    'Put it online',
    'Learn more',
  ]);
});

test('there are documents to read', () => expect(docs.length).toBeGreaterThan(3));

// An example of a Markdown file may hold headings; a section that a fence swallowed is in no example.
test.each(documents)('%s has no heading inside a code block', (path) => {
  const swallowed: string[] = [];
  visit(parse(path), 'code', ({ lang, value, position }) => {
    if (lang === 'markdown') return;
    const heading = /^#{2,} .*/m.exec(value);
    if (heading) swallowed.push(`${path}:${position?.start.line} ${heading[0]}`);
  });
  expect(swallowed).toEqual([]);
});

function sectionsOf(path: string): string[] {
  const titles: string[] = [];
  visit(parse(path), 'heading', (heading) => {
    if (heading.depth === 2) titles.push(toString(heading));
  });
  return titles;
}

function parse(path: string): Nodes {
  const text = readFileSync(join(root, path), 'utf8');
  return unified().use(remarkParse).use(remarkGfm).parse(text);
}
