import { expect, it } from 'vitest';
import { readConfig } from '../../../src/import/old-site/read-configs.ts';

it.each([
  ['config.yaml', `title: "${'x'.repeat(10_000_000)}"`, /10,000,009 characters, more than/],
  ['config.toml', `title = "${'x'.repeat(2_000_000)}"`, /characters, more than the 1,000,000/],
  ['config.json', `{"a":[${'[],'.repeat(500_000)}1]}`, /characters, more than the 1,000,000/],
  ['config.yaml', `a: ${'['.repeat(900_000)}`, /config.yaml:1:\d+ cannot be read: .* 50,000 keys/],
  ['config.yaml', `a: 1\n${'k: v\n'.repeat(60_000)}`, /config.yaml:50001:\d+ cannot be read/],
])('rejects a huge %s', (path, text, message) => {
  expect(() => readConfig(path, text)).toThrow(
    expect.objectContaining({ name: 'ImportError', message: expect.stringMatching(message) }),
  );
});

it('skips the lines of aliases that multiply, and reads the others', () => {
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
  for (let i = 1; i < 12; i += 1) {
    const name = (n: number) => String.fromCharCode(97 + n);
    bomb.push(
      `${name(i)}: &${name(i)} [${Array(10)
        .fill(`*${name(i - 1)}`)
        .join(',')}]`,
    );
  }
  const { data, skippedLines } = readConfig('config.yaml', ['title: T', ...bomb].join('\n'));
  expect(data['title']).toBe('T');
  expect(skippedLines?.length).toBeGreaterThan(0);
});

it('reads JSON with comments and commas at the end, and locates other errors', () => {
  const lenient = '{\n  "title": "T",\n  "paginate": 5, # five\n}\n';
  expect(readConfig('config.json', lenient).data).toEqual({ title: 'T', paginate: 5 });
  const open = '{\n  "title": "T",\n  "params": {\n';
  expect(() => readConfig('config.json', open)).toThrow(/^config\.json:\d+:\d+ cannot be read: /);
  expect(() => readConfig('config.json', 'abc')).toThrow(/^config\.json:1:1 cannot be read: /);
});
