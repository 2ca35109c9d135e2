import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { splitFrontMatter } from '../../../src/content/parse/front-matter.ts';
import { readSimpleYaml } from '../../../src/content/parse/simple-yaml.ts';
import { readYamlValue } from '../../../src/content/parse/yaml.ts';
import { makeTalk } from '../../../scripts/workload/talk.ts';
import { getTalkSources } from '../../helpers/old-sites/corpus.ts';
import { describeSources } from '../../helpers/skip.ts';

/** Every form that the reader knows. */
const document = `title: 'It''s a title: with a colon'
quoted: "a \\# in a title"
plain: https://example.org/a:b#c
time: 10:30
yes: True
nothing: ~
empty:
emptyList: []
emptyMap: {}
tags:
- one
- 'two'
authors:
  - ada
  - name: Bob
    roles:
      - chair
    notes: |-
      A note
        with a deeper line

      and a paragraph
  -   name: Eva
      site: é 日本

# A comment
image:
  # Another one
  caption: "Text"
  placement:
    at: 1
abstract: |
  One line

last: x
`.replace('\\#', '#');

test('reads every form as the full parser does', () => {
  const simple = readSimpleYaml(document);
  expect(simple).toEqual(readYamlValue(document));
  expect(simple?.data).toMatchObject({
    title: "It's a title: with a colon",
    yes: true,
    nothing: null,
    tags: ['one', 'two'],
    authors: ['ada', { notes: 'A note\n  with a deeper line\n\nand a paragraph' }, { name: 'Eva' }],
    abstract: 'One line\n',
  });
});

test('reads the front matter of a generated talk', () => {
  const fenced = splitFrontMatter(makeTalk(1).markdown);
  const raw = 'raw' in fenced ? fenced.raw : '';
  expect(readSimpleYaml(raw)).toEqual(readYamlValue(raw));
});

describe('leaves to the full parser', () => {
  it.each([
    ['no line break at the end', 'a: 1'],
    ['a tab', 'a: 1\tb\n'],
    ['a special blank', 'a:\u00a01\n'],
    ['an emoji', 'a: 🙂\n'],
    ['nothing', '\n'],
    ['a list', '- a\n'],
    ['a number of lines above the limit', 'a: 1\n'.repeat(2001)],
    ['many levels', `${[0, 1, 2, 3, 4, 5, 6].map((n) => `${' '.repeat(n)}a:`).join('\n')} 1\n`],
    ['a text over two lines', 'a: b\n  c\n'],
    ['a quoted text over two lines', 'a: "b\n  c"\n'],
    ['a text after a quoted one', 'a: "b" c\n'],
    ['a character after a backslash', 'a: "b\\n"\n'],
    ['a comment after a value', 'a: b #c\n'],
    ['a comment after a key', 'a: #c\n'],
    ['a folded block', 'a: >\n  b\n'],
    ['a block with an indentation', 'a: |2\n  b\n'],
    ['a block with blanks on an empty line', 'a: |\n  b\n  \n  c\n'],
    ['a block without lines', 'a: |\nb: c\n'],
    ['a comment that ends a block', 'a: |\n  b\n# c\n'],
    ['a list in brackets', 'a: [b, c]\n'],
    ['an anchor', 'a: &b c\n'],
    ['a tag', 'a: !b c\n'],
    ['a merge key', '<<: a\n'],
    ['a quoted key', '"a": b\n'],
    ['a key that is a boolean', 'true: b\n'],
    ['a key in a value', 'a: b: c\n'],
    ['a value that ends with a colon', 'a: b:\n'],
    ['a list in a list', 'a:\n- - b\n'],
    ['an empty item', 'a:\n-\n'],
    ['a line without a key', 'a: b\nc\n'],
    ['a key that is indented more', 'a: b\n  c: d\n'],
    ['keys of different indentation', 'a:\n    b: c\n  d: e\n'],
    ['an item among keys', 'a: b\n- c\n'],
    ['a second document', 'a: b\n---\nc: d\n'],
  ])('%s', (_, text) => {
    expect(readSimpleYaml(text)).toBeUndefined();
  });
});

test('reads a changed text as the full parser does, or not at all', () => {
  const lines = document.split('\n');
  const keyLines = [...lines.keys()].filter((line) => /^\w/.test(lines[line]!));
  const piece = fc.constantFrom(...' :-#\'"|>[]{}&*!%@`,?~ax0\\\n', '- ', ': ', ' #', '  ', '');
  const edit = fc.record({
    line: fc.nat({ max: lines.length }),
    column: fc.nat({ max: 30 }),
    deleted: fc.nat({ max: 3 }),
    inserted: piece,
  });
  // A part of the document, so that an edit often meets another form.
  const part = fc
    .tuple(fc.constantFrom(...keyLines), fc.integer({ min: 2, max: 9 }))
    .map(([start, length]) => lines.slice(start, start + length).map((line) => `${line}\n`));
  let read = 0;
  fc.assert(
    fc.property(part, fc.array(edit, { minLength: 1, maxLength: 2 }), (original, edits) => {
      const changed = [...original];
      for (const { line, column, deleted, inserted } of edits) {
        const old = changed[line % changed.length]!;
        const at = column % (old.length + 1);
        changed[line % changed.length] = old.slice(0, at) + inserted + old.slice(at + deleted);
      }
      const text = changed.join('');
      const simple = readSimpleYaml(text);
      if (!simple) return;
      read += 1;
      expect(simple).toEqual(readYamlValue(text));
    }),
    { numRuns: 2000, seed: 20 },
  );
  expect(read).toBeGreaterThan(300);
});

describeSources(getTalkSources(), (files) => {
  it('reads front matter as the full parser does, or not at all', () => {
    const texts = files.flatMap(({ text }) => {
      const fenced = splitFrontMatter(text);
      return 'raw' in fenced && fenced.dialect === 'yaml' ? fenced.raw : [];
    });
    const read = texts.filter((text) => {
      const simple = readSimpleYaml(text);
      if (simple) expect(simple, text).toEqual(readYamlValue(text));
      return simple;
    });
    expect(read.length).toBeGreaterThan(texts.length / 5);
  });
});
