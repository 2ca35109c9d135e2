import { describe, expect, test } from 'vitest';
import {
  balanceLines,
  breakLines,
  clampLines,
  countLines,
  splitLongWords,
  toWords,
  type Line,
} from '../../../src/feeds/share/break-lines.ts';
import type { Glyph, ShapedText } from '../../../src/feeds/share/shape-text.ts';

const font = { name: 'a', style: 'normal', data: Buffer.alloc(0) } as const;

/** A text in which each character is one em wide, except marks. */
function shape(text: string): ShapedText {
  const glyphs = [...text].map((char, at): Glyph => {
    const advance = /\p{M}/u.test(char) ? 0 : 1;
    return { font, id: at, at, ink: 'strong', advance, shiftX: 0, shiftY: 0 };
  });
  return { text, glyphs };
}

const toTexts = (text: string, lines: readonly Line[]) =>
  lines.map(({ glyphs }) => glyphs.map(({ at }) => text[at] ?? '…').join(''));

const breakAt = (width: number, text: string) =>
  toTexts(text, breakLines(toWords(shape(text)), width));

describe('lines', () => {
  test.each([
    [5, 'one two six', ['one', 'two', 'six']],
    [7, 'one two six', ['one two', 'six']],
    [99, 'one two', ['one two']],
    [3, 'endless it', ['endless', 'it']],
    [4, 'rate–distortion', ['rate–', 'distortion']],
    [4, 'half-\u2060life and/or', ['half-\u2060life', 'and/', 'or']],
    [4, '-1 a-1 1-a 2019–2021', ['-1', 'a-1', '1-a', '2019–2021']],
    [4, 'one – two', ['one –', 'two']],
    [4, 'no\u00a0break', ['no\u00a0break']],
    [9, '', []],
  ])('of %d em break between words: %s', (width, text, lines) => {
    expect(breakAt(width, text)).toEqual(lines);
  });

  test('have a width without the spaces at their end', () => {
    const lines = breakLines(toWords(shape('one two six')), 7);
    expect(lines.map(({ width }) => width)).toEqual([7, 3]);
  });

  test('are balanced without another line', () => {
    const text = 'aaa bbb ccc ddd';
    const words = toWords(shape(text));
    expect(toTexts(text, breakLines(words, 11))).toEqual(['aaa bbb ccc', 'ddd']);
    expect(toTexts(text, balanceLines(words, 11))).toEqual(['aaa bbb', 'ccc ddd']);
    expect(countLines(words, 11)).toBe(2);
    expect(balanceLines([], 11)).toEqual([]);
  });

  test('split a word only if it is longer than a line, and not before a mark', () => {
    const text = 'it abcde\u0302f';
    const words = splitLongWords(toWords(shape(text)), 3);
    expect(toTexts(text, breakLines(words, 3))).toEqual(['it', 'abc', 'de\u0302f']);
    const marked = 'abc\u0302d';
    expect(toTexts(marked, splitLongWords(toWords(shape(marked)), 3))).toEqual(['abc\u0302', 'd']);
  });

  const cutAt = (width: number, text: string, count = 1) => {
    const shaped = shape(text);
    const lines = breakLines(splitLongWords(toWords(shaped), width), width);
    const ellipsis: Glyph = { ...(shaped.glyphs[0] as Glyph), at: 99, ink: 'muted' };
    return clampLines(shaped, lines, count, width, ellipsis);
  };

  test.each([
    [9, 'one, two, six, ten', ['one, two…']],
    [8, 'one, two six, ten', ['one…']],
    [9, 'one, two six, ten', ['one, two…']],
    [7, 'one two six', ['one…']],
    [4, 'endless', ['end…']],
    [2, '--- it', ['-…']],
    // Beside a day that fills the line, there is no space for a name.
    [0.5, 'endless', ['…']],
    [-3, 'endless', ['…']],
  ])('of %d em are cut after a word if there are several: %s', (width, text, lines) => {
    expect(toTexts(text, cutAt(width, text))).toEqual(lines);
  });

  test('are cut only if they are too many, and end in the colour of the text', () => {
    expect(toTexts('one two', cutAt(3, 'one two', 2))).toEqual(['one', 'two']);
    const [line] = cutAt(9, 'one, two, six, ten');
    expect(line?.width).toBe(9);
    expect(line?.glyphs.at(-1)?.ink).toBe('strong');
  });
});
