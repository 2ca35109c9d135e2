import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSchema } from '../../../src/content/parse/check-schema.ts';
import { readFrontMatter, readSettings } from '../../../src/content/parse/front-matter.ts';
import type { FrontMatter } from '../../../src/content/parse/front-matter.ts';
import { formatReport } from '../../../src/content/validate/format-report.ts';
import { toProblems } from '../../../src/content/parse/problem.ts';
import { talkSchema } from '../../../src/schema/talk.ts';

function read(text: string): FrontMatter {
  const result = readFrontMatter(text);
  if ('failure' in result) throw new Error(result.failure.message);
  return result;
}

describe('readFrontMatter', () => {
  it('splits YAML from the body', () => {
    const { data, body, bodyLine } = read('---\ntitle: T\n---\nText\n');
    expect({ data, body, bodyLine }).toEqual({ data: { title: 'T' }, body: 'Text\n', bodyLine: 4 });
  });

  it('accepts a byte order mark, blank lines, line breaks of Windows and blanks after a fence', () => {
    const file = read('\uFEFF\r\n\r\n---  \r\ntitle: T\r\n---\t\r\nText');
    expect(file).toMatchObject({ data: { title: 'T' }, body: 'Text', bodyLine: 6 });
    expect(file.locate(['title'])).toEqual({ line: 4, column: 8 });
  });

  it.each(['---\ntitle: T\n---\n', '+++\ntitle = "T"\n+++\n'])(
    'accepts blanks before the opening fence, as Hugo does: %j',
    (text) => {
      expect(read(` \t${text}Text`)).toMatchObject({ data: { title: 'T' }, body: 'Text' });
    },
  );

  it('adds missing zeros to dates in TOML, and keeps texts that look like dates', () => {
    const file = read(
      '+++\ntime_start = 2018-7-10T8:00:00\ndate = 2018-7-1 # at 9:00\nevent = "on 2018-7-1T8:00"\n+++\n',
    );
    expect(file.data).toEqual({
      time_start: '2018-07-10T08:00:00',
      date: '2018-07-01',
      event: 'on 2018-7-1T8:00',
    });
    expect(file.locate(['date'])).toEqual({ line: 3, column: 8 });
  });

  it('keeps the text of dates and numbers', () => {
    const yaml = '---\ndate: 2024-05-22T09:00:00-07:00\naddress: {postcode: 01234}\n---\n';
    expect(read(yaml).data).toEqual({
      date: '2024-05-22T09:00:00-07:00',
      address: { postcode: '01234' },
    });
    const toml =
      '+++\na = 2024-02-31\ndate = 2024-05-22 09:00:00-07:00 # then\ntags = ["x"]\n+++\n';
    expect(read(toml).data).toEqual({
      a: '2024-02-31',
      date: '2024-05-22 09:00:00-07:00',
      tags: ['x'],
    });
  });

  it('resolves only null, true and false in YAML', () => {
    const words = ['yes', 'no', 'on', '012', '0x1F', '1_000', '1.50', '12:30:45', '.inf', 'y'];
    const nulls = ['', '~', 'null', 'NULL'];
    const { data } = read(`---
words: [${words.join(', ')}]
nulls: [${nulls.map((text) => `{a: ${text}}`).join(', ')}]
flags: [true, True, FALSE, 'true']
---
`);
    expect(data).toEqual({
      words,
      nulls: nulls.map(() => ({ a: null })),
      flags: [true, true, false, 'true'],
    });
  });

  it('reads text in quotes and lists that continue at the left margin', () => {
    const { data } = read(`---
links:
- name: "One

two"
tags: [a,
b
]
summary: 'It''s
so'
title: T
---
`);
    expect(data).toEqual({
      links: [{ name: 'One\ntwo' }],
      tags: ['a', 'b'],
      summary: "It's so",
      title: 'T',
    });
  });

  it('replaces aliases by their values and does not merge maps', () => {
    const { data, locate } = read(`---
tags: &all [a, b]
keywords: *all
image: &image {caption: c}
<<: *image
&key event: *key
---
`);
    const image = { caption: 'c' };
    expect(data).toEqual({
      ...{ tags: ['a', 'b'], keywords: ['a', 'b'], image, '<<': image },
      event: 'event',
    });
    expect(locate(['keywords'])).toEqual({ line: 3, column: 11 });
  });

  it('rejects aliases that repeat more and more values', () => {
    const lists = Array.from(
      { length: 9 },
      (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}]`,
    );
    const result = readFrontMatter(`---\nl0: &l0 [x]\n${lists.join('\n')}\n---\n`);
    expect(result).toMatchObject({ failure: { position: { line: 6 } } });
    const asKey = readFrontMatter(`---\nl0: &l0 [x]\n${lists.join('\n')}\n*l9 : x\n---\n`);
    expect(asKey).toMatchObject({ failure: { position: { line: 6 } } });
  });

  it('keeps keys such as __proto__ as data', () => {
    for (const text of [
      '---\n__proto__: {a: x}\nconstructor: c\n---\n',
      '+++\nconstructor = "c"\n[__proto__]\na = "x"\n+++\n',
    ]) {
      const { data } = read(text);
      expect(Object.keys(data).sort()).toEqual(['__proto__', 'constructor']);
      expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
      expect(data['a']).toBeUndefined();
    }
  });

  it('treats a lone CR as a line break', () => {
    const file = read('---\rtitle: T\rtags:\r- a\r---\rText');
    expect(file).toMatchObject({ data: { title: 'T', tags: ['a'] }, body: 'Text', bodyLine: 6 });
    expect(file.locate(['tags', 0])).toEqual({ line: 4, column: 3 });
  });

  it('recognises keys in any case', () => {
    const file = read('---\nTitle: T\npublishdate: 2024-05-22\nLinks:\n- URL: x\nTBA: no\n---\n');
    expect(file.data).toEqual({
      title: 'T',
      publishDate: '2024-05-22',
      links: [{ url: 'x' }],
      TBA: 'no',
    });
    expect(file.locate(['links', 0, 'url'])).toEqual({ line: 5, column: 8 });
  });

  it('uses the last of two equal keys and reports the other', () => {
    const { data, findings } = read('---\ntags: [a]\ntitle: T\nTags: [b]\n---\n');
    expect(data['tags']).toEqual(['b']);
    expect(findings).toMatchObject([
      {
        code: 'front-matter/duplicate-key',
        position: { line: 2, column: 1 },
        message: 'tags is written again on line 4, and only that value is used',
      },
    ]);
  });

  it('reports a duplicate list once', () => {
    const list = 'links:\n- name: A\n  url: a\n';
    const { findings } = read(`---\n${list}${list}---\n`);
    expect(findings.map(({ path, position }) => [path, position?.line])).toEqual([[['links'], 2]]);
  });

  it('reads settings without fences', () => {
    const settings = readSettings('name: Ada\nBase: /x\n', ['name', 'base']);
    if ('failure' in settings) throw new Error('not read');
    expect(settings.data).toEqual({ name: 'Ada', base: '/x' });
    expect(settings.locate(['base'])).toEqual({ line: 2, column: 7 });
  });
});

describe('locate', () => {
  it('ignores text that looks like keys', () => {
    const file = read('---\nabstract: "First\ntitle: not this\n\ndate: nor this"\ntitle: T\n---\n');
    expect(file.locate(['title'])).toEqual({ line: 6, column: 8 });
    expect(file.locate(['abstract'])).toEqual({ line: 2, column: 11 });
    expect(file.locate(['date'])).toEqual({ line: 1, column: 1 });
  });

  it('finds items and nested keys in every style of YAML', () => {
    const file = read(
      '---\nlinks:\n-\n- name: A # first\n  url: a\n- {name: B, url: "b"}\nimage:\n  caption: |\n' +
        '    title: x\n  preview_only: no\ntags: [x, "y"]\nevent:\n---\n',
    );
    expect(file.locate(['links', 1, 'url'])).toEqual({ line: 5, column: 8 });
    expect(file.locate(['links', 2, 'url'])).toEqual({ line: 6, column: 18 });
    expect(file.locate(['links', 2, 'url'], 'key')).toEqual({ line: 6, column: 13 });
    expect(file.locate(['links'])).toEqual({ line: 2, column: 1 });
    expect(file.locate(['image', 'preview_only'])).toEqual({ line: 10, column: 17 });
    expect(file.locate(['tags', 1])).toEqual({ line: 11, column: 11 });
    expect(file.locate(['event'])).toEqual({ line: 12, column: 1 });
    expect(file.locate(['links', 1, 'icon'])).toEqual({ line: 4, column: 3 });
  });

  it('finds keys, items and tables of TOML', () => {
    const file = read(
      '+++\n# talk\ntitle = "a = [b"\ntags = [ # list\n  "x", "y",\n]\nabstract = """\ndate = 1\n"""\n' +
        '[image]\ncaption = "c"\n[[links]]\nurl = "a"\n[[links]]\nurl = "b"\n+++\n',
    );
    expect(file.locate(['title'])).toEqual({ line: 3, column: 9 });
    expect(file.locate(['tags', 1])).toEqual({ line: 5, column: 8 });
    expect(file.locate(['image', 'caption'])).toEqual({ line: 11, column: 11 });
    expect(file.locate(['links', 1, 'url'])).toEqual({ line: 15, column: 7 });
    expect(file.findings).toEqual([]);
    const nested = read(
      '+++\n"a.b".\'c\' = {d = [1, {e = 2024-02-31}]}\n[x.2024-05-22]\nf = 1\n[[x.g]]\n[[x.g.h]]\ni = 1979-05-27 07:32:00Z\n+++\n',
    );
    expect(nested.data).toMatchObject({ 'a.b': { c: { d: [1, { e: '2024-02-31' }] } } });
    expect(nested.locate(['a.b', 'c', 'd', 1, 'e'])).toEqual({ line: 2, column: 27 });
    expect(nested.locate(['x', 'g', 0, 'h', 0, 'i'])).toEqual({ line: 7, column: 5 });
  });
});

it('never throws, and every problem has a position', () => {
  const piece = fc.constantFrom(
    ...['---', '+++', '\n', '\r\n', 'title: ', 'date', ' = ', ': ', '- ', '"', "'", '[', ']', '{'],
    ...[
      '}',
      ',',
      '&a',
      '*a',
      '<<: ',
      '!!str ',
      '\t',
      '|',
      '>',
      '#',
      '__proto__',
      '2024-05-22',
      '?',
    ],
  );
  const near = fc.array(fc.oneof(piece, fc.string({ maxLength: 4, unit: 'binary' })), {
    maxLength: 30,
  });
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    near.map((parts) => parts.join('')),
    near.map((parts) => `---\n${parts.join('')}\n---\n`),
    near.map((parts) => `+++\n${parts.join('')}\n+++\n`),
  );
  let located = 0;
  fc.assert(
    fc.property(text, (file) => {
      const result = readFrontMatter(file);
      const lines = file.split(/\r\n|\n|\r/).length;
      if ('failure' in result) {
        expect(result.failure.position.line).toBeLessThanOrEqual(lines);
        expect(result.failure.position.column).toBeGreaterThan(0);
        expect(result.failure.message + result.failure.remedy).not.toContain('undefined');
        return;
      }
      const { findings } = checkSchema(talkSchema, result.data);
      const place = { file: 'x.md', topic: 'talk' };
      const problems = toProblems([...result.findings, ...findings], place, result, file);
      located += problems.length;
      for (const { line, column } of problems) {
        expect(line).toBeLessThanOrEqual(lines);
        expect(Math.min(line, column)).toBeGreaterThan(0);
      }
      formatReport(problems, { color: true });
    }),
    { numRuns: 2000 },
  );
  expect(located).toBeGreaterThan(100);
});
