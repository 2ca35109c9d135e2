import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../scripts/project-node.mjs';
import { findMessageParsing, programCodeFiles } from './helpers/source/message-parsing.ts';

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.(astro|ts|mjs)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

describe('findMessageParsing', () => {
  const find = (text: string, path = 'src/import/a.ts') => findMessageParsing([{ path, text }]);

  test.each([
    'const [, name] = /^the picture "([^"]+)"/.exec(message) ?? [];',
    'const name = finding.message.match(/"(.*)"/);',
    "const name = (finding?.message ?? '').match(/x/);",
    'const all = [...problem.message.matchAll(pattern)];',
    "const isPicture = message.startsWith('the picture');",
    'const isExample = !/^Write it as/.test(text + error.remedy);',
    "const said = remedy.replace(/\\.$/, '');",
    'return { ...finding, code: finding.code.replace(/^talk\\//, `${noun}/`) };',
    'const [topic] = problem.code.split(/\\//);',
    'if (topicOf.test(finding.code)) return;',
  ])('finds %s', (text) => expect(find(text)).toHaveLength(1));

  test.each([
    'return `${message}. ${remedy}`;',
    "if (problem.code === 'talk/missing-file') return;",
    "const reason = error.message.split('\\n')[0];",
    'reportIssue({ code, message: /x/.test(text) ? one : other, remedy });',
    "expect(pattern.test(encode(text)), 'code').toBe(true);",
  ])('accepts %s', (text) => expect(find(text)).toEqual([]));

  test.each(programCodeFiles)('ignores program code in %s', (path) => {
    const text = sources.find((file) => file.path === path)?.text ?? '';
    expect(find(text, path)).toEqual([]);
    expect(find(text), 'the exception is needed').not.toEqual([]);
  });
});

test('the program does not parse its own messages', () => {
  expect(sources.length).toBeGreaterThan(400);
  expect(findMessageParsing(sources)).toEqual([]);
});
