import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formatYaml, printYaml, toYamlDocument } from '../../../src/content/parse/format-yaml.ts';
import { readYaml } from '../../../src/content/parse/yaml.ts';

describe('formatYaml', () => {
  test.each([
    ['plain text', 'A talk', 'A talk'],
    ['an apostrophe', "It's so", "It's so"],
    ['a colon', 'One: two', "'One: two'"],
    ['a colon and an apostrophe', "Sheep's: one", "'Sheep''s: one'"],
    ['a backslash', 'C: \\n', "'C: \\n'"],
    ['a word that YAML 1.1 reads as a truth value', 'no', "'no'"],
    ['digits', '0123', "'0123'"],
    ['a time', '12:30', "'12:30'"],
    ['a date', '2024-05-22', "'2024-05-22'"],
    ['a date with one digit', '2024-5-22', '2024-5-22'],
    ['a leading dash', '-1 degree', "'-1 degree'"],
    ['a tab', 'a\tb', '"a\\tb"'],
    ['a no-break space', 'a\u00A0b', '"a\\_b"'],
    ['a control character', 'a\u0007b', '"a\\ab"'],
    ['a character that YAML does not allow', 'a\uFFFEb\x7F', '"a\\uFFFEb\\u007F"'],
    ['several lines', 'a\nb: c\n', '|\n  a\n  b: c'],
    ['a long line', 'word '.repeat(60).trim(), 'word '.repeat(60).trim()],
    ['empty text', '', "''"],
  ])('prints %s', (_, text, printed) => {
    expect(formatYaml({ key: text })).toBe(`key: ${printed}\n`);
  });

  it('prints lists and maps in block style, the same object twice', () => {
    const same = { a: ['x', 1, true, null] };
    const block = 'a:\n    - x\n    - 1\n    - true\n    - null\n';
    expect(formatYaml({ k: same, l: [same], e: [] })).toBe(
      `k:\n  ${block}l:\n  - ${block.replaceAll('    ', '      ')}e: []\n`,
    );
  });

  it('prints dates without quotes on request', () => {
    expect(formatYaml({ date: '2024-05-22', no: 'no' }, { quoteDates: false })).toBe(
      "date: 2024-05-22\n'no': 'no'\n",
    );
  });

  it('prints text that is read back', () => {
    const mark = fc.constantFrom(
      ...['a', ' ', '\n', ': ', '#', "'", '"', '\\', '- ', '?', '[', '{', '&', '|', '%', '\t', '~'],
      ...['=', '...', '---', '\u00A0', '\u2028', '\u0007', 'null', '2024-05-22'],
    );
    const text = fc.array(mark, { minLength: 1, maxLength: 8 }).map((marks) => marks.join(''));
    fc.assert(
      fc.property(text, text, (key, value) => {
        // A parser of YAML drops blanks that end text in a literal block, and the key of a map.
        const data = { [`k${key.trim()}`]: [value.trim(), { inner: value.trim() }] };
        expect(readYaml(formatYaml(data))).toMatchObject({ data });
      }),
      { numRuns: 500 },
    );
  });
});

it('prints comments of a document', () => {
  const document = toYamlDocument({ a: ['x'], b: 'z' });
  document.commentBefore = 'one\ntwo';
  expect(printYaml(document)).toBe('# one\n# two\n\na:\n  - x\nb: z\n');
});
