import { existsSync, globSync } from 'node:fs';
import { join, posix } from 'node:path';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { root } from '../scripts/project-node.mjs';
import {
  listAnchors,
  documents,
  listLinks,
  parseDocument,
  listPaths,
  readDocument,
  listScripts,
} from './helpers/source/documents.ts';

const { scripts } = JSON.parse(readDocument('package.json')) as { scripts: Record<string, string> };

test('there are documents, links, paths and commands to check', () => {
  const count = (list: (path: string) => string[]) => documents.flatMap(list).length;
  expect(documents.length).toBeGreaterThan(15);
  expect(count(listLinks)).toBeGreaterThan(50);
  expect(count(listPaths)).toBeGreaterThan(50);
  expect(count(listScripts)).toBeGreaterThan(50);
});

test('docs/README.md links to every page in docs/', () => {
  const listed = listLinks('docs/README.md').map((link) => posix.join('docs', link));
  const pages = documents.filter((path) => /^docs\/(?!README)/.test(path));
  expect(pages.filter((path) => !listed.includes(path))).toEqual([]);
});

describe.each(documents)('%s', (path) => {
  test('calls only npm scripts that exist', () => {
    expect(listScripts(path).filter((name) => !(name in scripts))).toEqual([]);
  });

  test('has no broken relative links or anchors', () => {
    expect(listLinks(path).filter((link) => !isExternal(link) && !resolves(path, link))).toEqual(
      [],
    );
  });

  test('mentions only paths that exist', () => {
    expect(listPaths(path).filter((target) => !exists(target))).toEqual([]);
  });

  // Examples of Markdown files may contain headings; in other languages, a fence was not closed.
  test('has no heading inside a code block', () => {
    const swallowed: string[] = [];
    visit(parseDocument(path), 'code', ({ lang, value, position }) => {
      if (lang === 'markdown') return;
      const heading = /^#{2,} .*/m.exec(value);
      if (heading) swallowed.push(`line ${position?.start.line}: ${heading[0]}`);
    });
    expect(swallowed).toEqual([]);
  });
});

function isExternal(link: string): boolean {
  return /^(https?|mailto):/.test(link);
}

function resolves(from: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? from : posix.join(posix.dirname(from), file);
  if (!existsSync(join(root, target))) return false;
  return anchor === undefined || listAnchors(target).includes(anchor);
}

function exists(path: string): boolean {
  if (existsSync(join(root, path))) return true;
  return path.includes('*') && globSync(path, { cwd: root }).length > 0;
}
