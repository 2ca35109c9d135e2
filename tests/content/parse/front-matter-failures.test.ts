import { expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/content/parse/front-matter.ts';

it.each([
  ['an open quote', '---\ntitle: "A\ndate: 2024-05-22\n---\n'],
  ['a colon in text', '---\ndate: 2024-05-22\ntitle: One: two\n---\n'],
  ['a tab', '---\ntitle: A\n\tdate: 2024-05-22\n---\n'],
  ['a backslash', '---\ntitle: "$\\mathbb Z$"\n---\n'],
  ['a line of TOML', '---\ntitle: T\nevent = "E"\ndate: 2024-05-22\n---\n'],
  ['a template', '---\ntitle: {{ a }} b\ndate: 2024-05-22\n---\n'],
  ['text behind a quote', '---\ntitle: "A" and B\n---\n'],
  ['a reserved mark', '---\ntitle: @home\n---\n'],
  ['an open list', '---\ntitle: T\ntags: [a, b\ndate: 2024-05-22\n---\n'],
  ['a line without a key', '---\ntitle: T\nmore words\ndate: 2024-05-22\n---\n'],
  ['no blank after the colon', '---\ntitle:T\ndate: 2024-05-22\n---\n'],
  ['a key that is too far right', '---\ntitle: T\n  date: 2024-05-22\n---\n'],
  ['an open quote in front of others', '---\ntitle: "A\nevent: "B"\nvenue: "C"\n---\n'],
  ['an open list in front of keys', '---\ntags: [a,\n  b\ndate: 2024-05-22\nurl: [c]\n---\n'],
  ['text behind a bracket', '---\ntitle: [Invited] A talk\n---\n'],
  ['a bracket too many', '---\ntags: [a, b]]\ndate: 2024-05-22\n---\n'],
  ['a map in braces before text', '---\ntitle: {Big} data\n---\n'],
  ['an unknown tag', '---\nevent: !important day\n---\n'],
  ['an unknown alias', '---\nevent: *day\n---\n'],
  ['a control character', '---\ntitle: T\nevent: a\u0008b\n---\n'],
  ['a value without a key', '---\ntitle: T\n: x\n---\n'],
  ['lists in lists without end', `---\ntags: ${'['.repeat(5000)}\n---\n`],
  ['a second document', '---\ntitle: T\n--- more\ndate: 2024-05-22\n---\n'],
  ['text alone', '---\njust text\n---\n'],
  ['a TOML time without minutes', '+++\ndate = 2024-05-22T08\n+++\n'],
  ['a line of YAML', '+++\ntitle: "T"\n+++\n'],
  ['TOML text without quotes', '+++\ntitle = T\n+++\n'],
  ['an open quote in TOML', '+++\ntitle = "T\n+++\n'],
  ['a TOML key twice', '+++\ntitle = "T"\ntitle = "U"\n+++\n'],
  ['no closing fence', '\n---\ntitle: T\n'],
  ['the wrong closing fence', '---\ntitle: T\n+++\n'],
  ['no front matter', '# Hello\n'],
  ['an empty file', ''],
])('explains %s', (_, text) => {
  const result = readFrontMatter(text);
  if (!('failure' in result)) throw new Error('was parsed');
  const { position, code, message, remedy } = result.failure;
  expect(`${position.line}:${position.column} ${code} ${message}. ${remedy}`).toMatchSnapshot();
});
