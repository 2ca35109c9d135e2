import { parse } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertSimple, splitTexWords } from '../../../src/content/parse/bibtex-words.ts';

/** Converts TeX with the parser. */
function convert(tex: string): string {
  const options = { sentenceCase: false, caseProtection: false, unsupported: () => '' } as const;
  const { entries } = parse(`@misc{a, abstract = {${tex}}}`, options);
  return String(entries[0]?.fields['abstract'] ?? '');
}

const toOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const pieces = [
  ...['word', 'A', 'é', '王', ' ', '  ', '\n', '\n\n', '-', '--', '---', "'", "''", '`', '``', '"'],
  ...[
    '{',
    '}',
    '{NASA}',
    '{}',
    '\\&',
    '\\%',
    '\\_',
    '\\#',
    '\\$',
    '&',
    '_',
    '.',
    ',',
    ':',
    '(',
    '1',
  ],
  ...['@', '=', '*', '[', ']', '|', '/', '\uE002', '\uE003', '\uE100', '\u00a0'],
];
const commands = [
  ...[
    "\\'e",
    '{\\"o}',
    '\\"{o}',
    "{\\'\\i}",
    '\\v{z}',
    '{\\v z}',
    '\\o ',
    '{\\o}',
    '\\ss{}',
    '\\L{}',
  ],
  ...[
    '\\c{c}',
    '{\\H{o}}',
    '\\textbf{b}',
    '\\emph x',
    '\\em ',
    '\\LaTeX',
    '\\i',
    '\\`a',
    '\\~n',
    '\\=a',
  ],
];

describe('TeX that is converted without the parser', () => {
  const texts = (parts: string[]) =>
    fc.array(fc.constantFrom(...parts), { maxLength: 14 }).map((all) => all.join(''));

  test('is the same text as from the parser', () => {
    let count = 0;
    fc.assert(
      fc.property(texts(pieces), (tex) => {
        const text = convertSimple(tex);
        if (text === undefined) return;
        count += 1;
        expect(toOneLine(text)).toBe(toOneLine(convert(tex)));
      }),
      { numRuns: 1000 },
    );
    expect(count).toBeGreaterThan(200);
  });

  test('may be converted word by word if its commands affect single words', () => {
    let count = 0;
    fc.assert(
      fc.property(texts([...pieces, ...commands, ' ', ' ', ' ']), (tex) => {
        const words = splitTexWords(tex);
        if (!words || words.length < 2) return;
        count += 1;
        const text = words.map((word) => convert(word)).join(' ');
        expect(toOneLine(text)).toBe(toOneLine(convert(tex)));
      }),
      { numRuns: 2000 },
    );
    expect(count).toBeGreaterThan(100);
  });

  test.each(['\\emph x y', 'a\\% $b$', '{', '\\foo{a b}', 'x^2'])('is not %s', (tex) => {
    expect([convertSimple(tex), splitTexWords(tex)]).toEqual([undefined, undefined]);
  });
});
