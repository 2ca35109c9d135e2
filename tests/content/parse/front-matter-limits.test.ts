import { expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/content/parse/front-matter.ts';

const repeat = (count: number, toText: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => toText(i)).join('\n');
const yaml = (text: string) => `---\ntitle: T\n${text}\n---\n`;

// The texts have a hundred times more than is read, so that reading all of it would be noticed.
it.each([
  ['keys', yaml(repeat(100_000, (i) => `key${i}: v`)), 50_002],
  ['items in brackets', yaml(`tags: [${'a, '.repeat(1_000_000)}]`), 3],
  ['open brackets', yaml(`tags: ${'['.repeat(1_000_000)}`), 3],
  ['keys in TOML', `+++\n${repeat(100_000, (i) => `key${i} = "a, b"`)}\n+++\n`, 50_002],
  ['items in TOML', `+++\ntags = [${'"a", '.repeat(1_000_000)}]\n+++\n`, 2],
])('rejects too many %s, with the line where the limit is exceeded', (_, text, line) => {
  const result = readFrontMatter(text);
  if (!('failure' in result)) throw new Error('was parsed');
  expect(result.failure).toMatchObject({ code: 'front-matter/too-large', position: { line } });
  expect(result.failure.message).toContain('more than 50,000 keys and items');
});

it('reads long texts and comments', () => {
  const text = repeat(60_000, () => '  a - b, [c]: d');
  const result = readFrontMatter(yaml(`abstract: |\n${text}\n${repeat(60_000, () => '# a: b')}`));
  if ('failure' in result) throw new Error(result.failure.message);
  expect(String(result.data['abstract']).split('\n')).toHaveLength(60_001);
  const toml = readFrontMatter(`+++\ndate = 2024-05-22\nabstract = """\n${text}"""\n+++\n`);
  expect(toml).toMatchObject({ data: { date: '2024-05-22' } });
});
